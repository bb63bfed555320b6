import { expect } from '@playwright/test';
import { expectNoBarriers } from '../support/pages/filing-barriers';
import { FilingEditor } from '../support/pages/filing-editor';
import { openEditor } from '../support/pages/filing-opened';
import { test } from '../support/pages/test';

test('a text that is too long is named at its field and kept, the others are saved, and checking waits for a shorter text', async ({
  page,
}) => {
  const editor = await openEditor(page, 'agency13');
  const results = editor.section(1, '取得成效');
  const text = '字'.repeat(3001);
  await results.fill(text);
  await editor.section(1, '存在问题').fill('资金拨付较慢。');
  await editor.saveAndCheck.click();
  await expect(results).toBeFocused();
  await expect(editor.status(results)).toHaveText('超出字数，未保存，已留在本机');
  await expect(results).toHaveAccessibleDescription('已写3001字，超出1字（上限3000字），请缩短');
  await expect(editor.bar).toHaveText('有内容超出字数，缩短后自动保存');
  await expect(page.getByRole('alert').filter({ hasText: '有内容超出字数' })).toBeAttached();
  await expect(editor.status(editor.section(1, '存在问题'))).toHaveText(/^已保存/);
  await expect(results).toHaveValue(text);
  await expectNoBarriers(page);
  await page.reload();
  await expect(editor.section(1, '存在问题')).toHaveValue('资金拨付较慢。');
  await expect(results).toHaveValue(text);
  await results.fill('完成立项。');
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
  await page.reload();
  await expect(results).toHaveValue('完成立项。');
  await expect(editor.givenBack).toHaveCount(0);
});

test("a save that would undo a colleague's is refused, and both texts can be merged", async ({ page, context }) => {
  const mine = await openEditor(page, 'agency13');
  const problems = mine.section(2, '存在问题');
  // The autosave of the earlier text must arrive second, however long the colleague takes.
  let letGo = () => {};
  const theirsIsSaved = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  await page.route('**/fields', async (route) => {
    await theirsIsSaved;
    await route.continue();
  });
  await problems.fill('我写的问题。');
  const other = await context.newPage();
  await other.goto(page.url());
  const theirs = new FilingEditor(other);
  await theirs.section(2, '工作进展情况').fill('同事写的进展。');
  await theirs.section(2, '存在问题').fill('同事写的问题。');
  await theirs.save.click();
  await expect(theirs.saved).toBeVisible();

  letGo();
  await mine.save.click();
  await expect(mine.conflict(problems)).toContainText('已先修改本栏');
  await expect(problems).toHaveValue('我写的问题。');
  await expect(mine.conflict(problems)).toContainText('同事写的问题。');
  await expect(mine.section(2, '工作进展情况')).toHaveValue('同事写的进展。');
  await mine.conflict(problems).getByRole('button', { name: '合并两份' }).click();
  await expect(mine.saved).toBeVisible();
  await expect(problems).toHaveValue('同事写的问题。\n我写的问题。');
});

test('without an answer from the server typed text stays, and the page does not go on to the check', async ({
  page,
  context,
}) => {
  const editor = await openEditor(page, 'agency13');
  const report = page.url();
  const results = editor.section(3, '取得成效');
  await results.fill('断网时填写的文字。');
  await expect(editor.status(results)).toBeVisible();
  await context.setOffline(true);
  await editor.saveAndCheck.click();
  await expect(editor.bar).toContainText('暂时连接不上服务器');
  await expect(results).toHaveValue('断网时填写的文字。');
  expect(page.url()).toBe(report);
  await context.setOffline(false);
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
});

test('if the server cannot be reached for the check, the page stays and says that all is saved', async ({
  page,
  context,
}) => {
  const editor = await openEditor(page, 'agency13');
  const report = page.url();
  await editor.section(3, '取得成效').fill('断网之前已经保存。');
  await editor.save.click();
  await expect(editor.saved).toBeVisible();
  await context.setOffline(true);
  await editor.saveAndCheck.click();
  await expect(editor.bar).toHaveText('填写的内容都已保存；暂时连接不上服务器，请稍后再检查');
  expect(page.url()).toBe(report);
  await context.setOffline(false);
  await editor.saveAndCheck.click();
  await expect(page).toHaveURL(/\/check$/);
});

test('going back from the check shows the saved text in the editor', async ({ page }) => {
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

test('a page may be left before its text is saved, and the same text is still there at the next visit', async ({
  page,
}) => {
  const editor = await openEditor(page, 'agency13');
  const report = page.url();
  const next = editor.section(3, '下一步工作');
  await next.fill('还没有保存。');
  await expect(editor.status(next)).toBeVisible();
  await page.getByRole('link', { name: '修改密码' }).click();
  await expect(page).toHaveURL(/\/account\/password$/);
  await page.goto(report);
  await expect(next).toHaveValue('还没有保存。');
});

test.describe('without JavaScript', () => {
  test.use({ javaScriptEnabled: false });

  test('without scripts the editor saves, refuses a long text and keeps it', async ({ page }) => {
    const editor = await openEditor(page, 'agency15');
    const text = '字'.repeat(3001);
    await editor.section(1, '工作进展情况').fill(text);
    await editor.light(1, '需关注').check();
    await editor.save.click();
    await expect(editor.problem).toContainText('任务34 · 工作进展情况');
    await expect(editor.section(1, '工作进展情况')).toHaveValue(text);
    await expect(editor.light(1, '需关注')).toBeChecked();
    await editor.section(1, '工作进展情况').fill('完成前期工作。');
    await editor.save.click();
    await expect(editor.bar).toHaveText(/^上次保存：/);
    await page.reload();
    await expect(editor.section(1, '工作进展情况')).toHaveValue('完成前期工作。');
    await expect(editor.light(1, '需关注')).toBeChecked();
  });

  test("without scripts a save that would undo a colleague's is refused, shows the stored text, and succeeds when sent again", async ({
    page,
    context,
  }) => {
    const mine = await openEditor(page, 'agency15');
    const other = await context.newPage();
    await other.goto(page.url());
    const theirs = new FilingEditor(other);
    await theirs.section(1, '存在问题').fill('同事写的问题。');
    await theirs.save.click();
    await expect(theirs.bar).toHaveText(/^上次保存：/);

    await mine.section(1, '存在问题').fill('我写的问题。');
    await mine.section(1, '取得成效').fill('字'.repeat(3001));
    await mine.save.click();
    await expect(mine.problem).toContainText('取得成效：超出字数上限');
    await mine.section(1, '取得成效').fill('我写的成效。');
    await mine.save.click();
    await expect(mine.problem).toContainText('有 1 栏已被修改');
    await expect(mine.section(1, '存在问题')).toHaveValue('我写的问题。');
    await expect(mine.task(1)).toContainText('对方保存的内容同事写的问题。');
    await expect(mine.task(1)).not.toContainText('对方保存的内容我写的成效。');
    await mine.section(1, '存在问题').fill('同事写的问题。我写的问题。');
    await mine.save.click();
    await expect(mine.problem).toHaveCount(0);
    await other.goto(page.url());
    await expect(theirs.section(1, '存在问题')).toHaveValue('同事写的问题。我写的问题。');
    await expect(theirs.section(1, '取得成效')).toHaveValue('我写的成效。');
  });
});
