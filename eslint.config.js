import { defineConfig, globalIgnores } from 'eslint/config'
import tseslint from 'typescript-eslint'

const NO_NETWORK = 'Nothing that the operator writes leaves the machine: the extension opens no connection.'
const NO_MARKUP = 'Text of the page or the operator must never become markup: use textContent or DOM nodes.'
const NO_POLLING = 'No polling: observe, or wait for an event.'

const bannedGlobals = {
  fetch: NO_NETWORK,
  XMLHttpRequest: NO_NETWORK,
  WebSocket: NO_NETWORK,
  WebTransport: NO_NETWORK,
  EventSource: NO_NETWORK,
  RTCPeerConnection: NO_NETWORK,
  setInterval: NO_POLLING,
}

const bannedProperties = {
  sendBeacon: NO_NETWORK,
  innerHTML: NO_MARKUP,
  outerHTML: NO_MARKUP,
  insertAdjacentHTML: NO_MARKUP,
  createContextualFragment: NO_MARKUP,
  parseFromString: NO_MARKUP,
  setHTMLUnsafe: NO_MARKUP,
  writeln: NO_MARKUP,
}

export default defineConfig(
  globalIgnores(['dist/', 'target/']),
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
  },
  {
    files: ['**/*.ts', '**/*.tsx'],
    extends: [tseslint.configs.strictTypeChecked],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/restrict-template-expressions': ['error', { allowNumber: true }],
    },
  },
  {
    files: ['extension/**/*.ts'],
    languageOptions: { globals: { self: 'readonly', window: 'readonly' } },
    rules: {
      'no-console': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-restricted-globals': [
        'error',
        {
          globals: Object.entries(bannedGlobals).map(([name, message]) => ({ name, message })),
          checkGlobalObject: true,
          globalObjects: ['self', 'window'],
        },
      ],
      'no-restricted-properties': [
        'error',
        ...Object.entries(bannedProperties).map(([property, message]) => ({ property, message })),
        { object: 'document', property: 'write', message: NO_MARKUP },
      ],
    },
  },
)
