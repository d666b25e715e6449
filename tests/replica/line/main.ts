// LINE's pages for official accounts: three sites, each a Vue 2 app (known of the chat, supposed of the others).
import Vue from 'vue'
import { guardPage } from '../shared/hostile.ts'
import { installModelWindow } from '../shared/window.ts'
import { ChatApp } from './chat/app.ts'
import { ManagerApp } from './manager/app.ts'
import { defineTextareaEx } from './textarea-ex.ts'
import { VoomStudio } from './voom/app.ts'

const APPS = { 'chat.line.biz': ChatApp, 'manager.line.biz': ManagerApp, 'voom-studio.line.biz': VoomStudio }

Vue.config.productionTip = false
Vue.config.ignoredElements = ['textarea-ex']
defineTextareaEx()
installModelWindow()
guardPage('app')
const App = APPS[location.host as keyof typeof APPS]
new Vue({ render: (h) => h(App) }).$mount('#app')
