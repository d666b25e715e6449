// The page's address as Vue sees it.
import { onBeforeUnmount, onMounted, ref, type Ref } from 'vue'
import { onNavigation } from '../shared/history.ts'

export function usePath(): Ref<string> {
  const path = ref(location.pathname)
  let end: () => void = () => undefined
  onMounted(() => { end = onNavigation(() => { path.value = location.pathname }) })
  onBeforeUnmount(() => { end() })
  return path
}
