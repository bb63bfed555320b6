type Owner = { accountId: string; key: Promise<CryptoKey> };

/** A content as it lies in the browser: unreadable without the key of its account. */
export type Sealed = { iv: Uint8Array<ArrayBuffer>; bytes: ArrayBuffer };

let owner: Owner | null = null;

/**
 * Takes the key (base64) of the signed-in account, for as long as its pages are open; gives the function that forgets
 * it. A browser without WebCrypto (plain http off loopback) has no key, so it keeps nothing.
 */
export function takeKey(accountId: string, secret: string): () => void {
  if (!canSeal()) return () => undefined;
  const bytes = Uint8Array.from(atob(secret), (character) => character.charCodeAt(0));
  const taken = { accountId, key: crypto.subtle.importKey('raw', bytes, 'AES-GCM', false, ['encrypt', 'decrypt']) };
  owner = taken;
  return () => {
    if (owner === taken) owner = null;
  };
}

/** Says whether this browser can encrypt what it keeps. */
export const canSeal = () => globalThis.crypto?.subtle !== undefined;

/** The account whose key is here; empty where there is none. */
export const keyAccount = () => owner?.accountId ?? '';

async function keyOf(accountId: string): Promise<CryptoKey> {
  if (owner?.accountId !== accountId) throw new Error('the key of another account is not here');
  return owner.key;
}

/** Encrypts a value for an account; `label` must be given again to read it, so that no row can stand for another. */
export async function seal(accountId: string, label: string, value: unknown): Promise<Sealed> {
  const key = await keyOf(accountId);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const additionalData = new TextEncoder().encode(label);
  const text = new TextEncoder().encode(JSON.stringify(value));
  return { iv, bytes: await crypto.subtle.encrypt({ name: 'AES-GCM', iv, additionalData }, key, text) };
}

/** Decrypts what `seal` encrypted; throws for another account, another label or another key. */
export async function unseal(accountId: string, label: string, { iv, bytes }: Sealed): Promise<unknown> {
  const key = await keyOf(accountId);
  const additionalData = new TextEncoder().encode(label);
  const text = await crypto.subtle.decrypt({ name: 'AES-GCM', iv, additionalData }, key, bytes);
  return JSON.parse(new TextDecoder().decode(text));
}
