import { render } from 'react-dom'
import { guardPage } from '../shared/hostile.ts'
import { installModelWindow } from '../shared/window.ts'
import { App } from './app.tsx'
import { BusinessSuite } from './business/app.tsx'

const ROOT = 'mount_0_0_rp'

installModelWindow()
guardPage(ROOT)
render(location.host === 'business.facebook.com' ? <BusinessSuite /> : <App />, document.getElementById(ROOT))
