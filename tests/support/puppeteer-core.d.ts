// The package ships no types that its entry names, so this declares the part that the tests use.
declare module 'puppeteer-core' {
  export type Handle = {
    click(): Promise<void>;
    type(text: string): Promise<void>;
    focus(): Promise<void>;
  };
  export type Page = {
    goto(address: string): Promise<unknown>;
    url(): string;
    on(event: 'pageerror', listener: (error: Error) => void): void;
    waitForXPath(path: string, options?: { visible?: boolean; timeout?: number }): Promise<Handle>;
    waitForFunction(script: string, options?: { timeout?: number }): Promise<unknown>;
    evaluate<Value>(script: string): Promise<Value>;
    screenshot(options: { path: string; fullPage: boolean }): Promise<unknown>;
    setViewport(size: { width: number; height: number }): Promise<void>;
  };
  export type Browser = { newPage(): Promise<Page>; version(): Promise<string>; close(): Promise<void> };
  const puppeteer: { launch(options: { executablePath: string; args: string[] }): Promise<Browser> };
  export default puppeteer;
}
