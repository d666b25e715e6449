import { useEffect, useState } from 'react'
import { onNavigation } from './history.ts'

/** What `read` makes of the address, now and after each change of it. */
export function useAddress<T>(read: () => T): T {
  const [value, setValue] = useState(read)
  useEffect(() => onNavigation(() => { setValue(read()) }), [read])
  return value
}
