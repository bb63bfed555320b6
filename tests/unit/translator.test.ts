import { expect, test } from 'vitest';
import { translatorFor } from '@/lib/text/translator';
import en from '../support/catalogues/en.json';
import { t } from '../support/translator';

const english = translatorFor({ language: 'en', sentences: en });

test('another language says what it has, and the rest as the default one does', () => {
  expect(english('accounts.signIn.title')).toBe('Sign in');
  expect(english('accounts.currentPassword')).toBe(t('accounts.currentPassword'));
});

test('a language has one translator, so that a hook may compare it', () => {
  expect(translatorFor({ language: 'en', sentences: { ...en } })).toBe(english);
  expect(translatorFor()).toBe(t);
});

test('a sentence that does not exist throws', () => {
  expect(() => t('account.nothing' as 'accounts.password')).toThrow('MISSING_MESSAGE');
});
