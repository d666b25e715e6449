// Whose pages these are. Made up.
export const account = { name: '長崎市広報デモ', basicId: '@nagasaki_koho', bot: 'U00000000000000000000000000000a01' }
