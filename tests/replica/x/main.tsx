import { render } from 'react-dom'
import { App } from './app.tsx'
import { guardPage } from './hostile.ts'
import { installModelWindow } from './window.ts'

installModelWindow()
guardPage()
render(<App />, document.getElementById('react-root'))
