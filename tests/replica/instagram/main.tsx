import { render } from 'react-dom'
import { guardPage } from '../shared/hostile.ts'
import { installModelWindow } from '../shared/window.ts'
import { App } from './app.tsx'

const ROOT = 'mount_0_0_ig'

installModelWindow()
guardPage(ROOT)
render(<App />, document.getElementById(ROOT))
