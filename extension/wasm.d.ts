/** The engine's bytes, which esbuild puts into the script: a page of the extension may not fetch anything. */
declare module 'generated/kakunin_web_bg.wasm' {
  const bytes: Uint8Array<ArrayBuffer>
  export default bytes
}
