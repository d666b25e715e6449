// Stands in for the module that makes Draft.js's class names: Facebook's own build has short ones instead, so that
// only the attributes of the editor tell what it is.

const NAMES: Record<string, string> = {
  'DraftEditor/root': '_5rp7',
  'DraftEditor/editorContainer': '_5rpb',
  'public/DraftEditor/content': '_5rpu',
  'public/DraftEditorPlaceholder/root': '_1p1t',
  'public/DraftEditorPlaceholder/inner': '_1p1v',
  'public/DraftEditorPlaceholder/hasFocus': '_1p1u',
  'public/DraftStyleDefault/block': '_1mf',
  'public/DraftStyleDefault/ltr': '_1mj',
  'public/DraftStyleDefault/rtl': '_1mk',
}

function cx(names: string | Record<string, boolean>): string {
  if (typeof names === 'string') return NAMES[names] ?? ''
  return Object.keys(names)
    .filter((name) => names[name])
    .map((name) => NAMES[name] ?? '')
    .join(' ')
}

export = cx
