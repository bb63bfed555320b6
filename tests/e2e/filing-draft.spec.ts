import { expect, test } from '@playwright/test';
import { expectNoBarriers } from './pages/filing-barriers';
import { FilingEditor } from './pages/filing-editor';
import { openEditor } from './pages/filing-opened';

test('keeps what was typed when a text is too long, and says which', async ({ page }) => {
  const editor = await openEditor(page, 'agency13');
  const text = '字'.repeat(3001);
  await editor.section(1, '取得成效').fill(text);
  await editor.section(1, '存在问题').fill('资金拨付较慢。');
  await editor.save.click();
  await expect(editor.problem).toContainText('任务1 · 取得成效：超出字数上限');
  await expect(editor.section(1, '取得成效')).toHaveValue(text);
  await expect(editor.section(1, '存在问题')).toHaveValue('资金拨付较慢。');
  await expectNoBarriers(page);
  await editor.section(1, '取得成效').fill('完成立项。');
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
  await page.reload();
  await expect(editor.section(1, '取得成效')).toHaveValue('完成立项。');
});

test('refuses a save that would undo a colleague’s, and brings both texts together', async ({ page, context }) => {
  const mine = await openEditor(page, 'agency13');
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = new FilingEditor(other);
  await theirs.section(2, '工作进展情况').fill('同事写的进展。');
  await theirs.section(2, '存在问题').fill('同事写的问题。');
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();

  await mine.section(2, '存在问题').fill('我写的问题。');
  await mine.save.click();
  await expect(mine.problem).toContainText('保存了这份报告');
  await expect(mine.section(2, '存在问题')).toHaveValue('我写的问题。');
  await expect(mine.task(2)).toContainText('同事写的问题。');
  await expect(mine.section(2, '工作进展情况')).toHaveValue('同事写的进展。');
  await mine.save.click();
  await expect(mine.saved).toBeVisible();
});

test('keeps what was typed when no answer comes from the server', async ({ page, context }) => {
  const editor = await openEditor(page, 'agency13');
  await editor.section(3, '取得成效').fill('断网时填写的文字。');
  await context.setOffline(true);
  await editor.saveAndCheck.click();
  await expect(editor.problem).toContainText('没有得到服务器的答复');
  await expect(editor.section(3, '取得成效')).toHaveValue('断网时填写的文字。');
  await context.setOffline(false);
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
});

test('shows what was saved when the browser goes back to the editor', async ({ page }) => {
  const editor = await openEditor(page, 'agency13');
  await editor.section(1, '工作进展情况').fill('先保存，再检查。');
  await editor.saveAndCheck.click();
  await expect(page).toHaveURL(/\/check$/);
  await page.goBack();
  await expect(editor.section(1, '工作进展情况')).toHaveValue('先保存，再检查。');
  await editor.section(1, '下一步工作').fill('返回后再改。');
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
});

test('asks before unsaved text is left', async ({ page }) => {
  const editor = await openEditor(page, 'agency13');
  await editor.section(3, '下一步工作').fill('还没有保存。');
  const asked = page.waitForEvent('dialog');
  const leaving = page.getByRole('link', { name: '修改密码' }).click({ noWaitAfter: true });
  const dialog = await asked;
  expect(dialog.type()).toBe('beforeunload');
  await dialog.dismiss();
  await leaving;
  await expect(editor.section(3, '下一步工作')).toHaveValue('还没有保存。');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('saves, refuses and keeps what was typed all the same', async ({ page }) => {
    const editor = await openEditor(page, 'agency15');
    const text = '字'.repeat(3001);
    await editor.section(1, '工作进展情况').fill(text);
    await editor.light(1, '需关注').check();
    await editor.save.click();
    await expect(editor.problem).toContainText('任务1 · 工作进展情况');
    await expect(editor.section(1, '工作进展情况')).toHaveValue(text);
    await expect(editor.light(1, '需关注')).toBeChecked();
    await editor.section(1, '工作进展情况').fill('完成前期工作。');
    await editor.save.click();
    await expect(editor.saved).toBeVisible();
  });
});
