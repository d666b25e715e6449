import { render } from 'react-dom'
import { guardPage } from '../shared/hostile.ts'
import { installModelWindow } from '../shared/window.ts'
import { App } from './app.tsx'

installModelWindow()
guardPage('react-root')
render(<App />, document.getElementById('react-root'))
