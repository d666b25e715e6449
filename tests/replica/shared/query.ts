// What a test asks of a page. Read once: the pages' own navigation drops the query.
export const query = new URLSearchParams(location.search)

/** A saved draft that stands in the first compose box at the start. */
export const restoredDraft = query.get('draft') ?? ''
