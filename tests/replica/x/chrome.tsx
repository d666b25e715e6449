// What stands around the timeline: navigation at the left, the third column, the bars on phones.
import { Icon, type IconName } from '../shared/icons.tsx'
import { Avatar, UserLine } from './avatar.tsx'
import { account, trends } from './data.ts'
import { openCompose } from './route.ts'
import { Link } from './tweet.tsx'

const places: { icon: IconName; label: string; to: string; testid: string }[] = [
  { icon: 'home', label: 'ホーム', to: '/home', testid: 'AppTabBar_Home_Link' },
  { icon: 'search', label: '話題を検索', to: '/home', testid: 'AppTabBar_Explore_Link' },
  { icon: 'bell', label: '通知', to: '/home', testid: 'AppTabBar_Notifications_Link' },
  { icon: 'chat', label: 'チャット', to: '/i/chat', testid: 'AppTabBar_DirectMessage_Link' },
  { icon: 'bookmark', label: 'ブックマーク', to: '/home', testid: 'AppTabBar_Bookmarks_Link' },
  { icon: 'person', label: 'プロフィール', to: `/${account.handle}`, testid: 'AppTabBar_Profile_Link' },
]

export function SideNav() {
  return (
    <header className="side" role="banner">
      <div className="side-inner">
        <Link className="side-link side-logo" to="/home" label="X">
          <Icon name="logo" />
        </Link>
        <nav aria-label="メインメニュー">
          {places.map(({ icon, label, to, testid }) => (
            <Link key={testid} className={icon === 'home' ? 'side-link side-here' : 'side-link'} to={to} testid={testid} label={label}>
              <Icon name={icon} />
              <span className="side-label">{label}</span>
            </Link>
          ))}
          <button type="button" className="side-link" data-testid="AppTabBar_More_Menu" aria-label="もっと見る">
            <Icon name="more" />
            <span className="side-label">もっと見る</span>
          </button>
        </nav>
        <a
          className="side-post"
          href="/compose/post"
          role="link"
          aria-label="ポストする"
          data-testid="SideNav_NewTweet_Button"
          onClick={(event) => {
            event.preventDefault()
            openCompose()
          }}
        >
          <span className="side-label">ポストする</span>
          <Icon name="feather" />
        </a>
        <button type="button" className="side-account" data-testid="SideNav_AccountSwitcher_Button" aria-label="アカウントメニュー">
          <Avatar user={account} />
          <UserLine user={account} />
          <Icon name="dots" />
        </button>
      </div>
    </header>
  )
}

export function ThirdColumn() {
  return (
    <div className="third" data-testid="sidebarColumn">
      <div className="search-box">
        <Icon name="search" />
        <input type="text" aria-label="検索" placeholder="検索" data-testid="SearchBox_Search_Input" />
      </div>
      <section className="card" aria-label="いまどうしてる？">
        <h2>いまどうしてる？</h2>
        {trends.map(({ context, name, count }) => (
          <div key={name} className="trend" data-testid="trend">
            <span className="muted">{context}</span>
            <strong>{name}</strong>
            <span className="muted">{count}</span>
          </div>
        ))}
      </section>
      <p className="footer muted">利用規約 · プライバシーポリシー · Cookieのポリシー · アクセシビリティ</p>
    </div>
  )
}

export function PhoneTop() {
  return (
    <div className="phone-top">
      <button type="button" className="round" data-testid="DashButton_ProfileIcon_Link" aria-label="プロフィールメニュー">
        <Avatar user={account} small />
      </button>
      <Icon name="logo" />
      <span className="phone-top-end" />
    </div>
  )
}

export function PhoneBottom() {
  return (
    <>
      <a
        className="floating"
        href="/compose/post"
        aria-label="ポストを作成"
        data-testid="FloatingActionButtons_Tweet_Button"
        onClick={(event) => {
          event.preventDefault()
          openCompose()
        }}
      >
        <Icon name="feather" />
      </a>
      <nav className="phone-bottom" aria-label="メインメニュー">
        {places.filter(({ icon }) => icon !== 'bookmark').map(({ icon, label, to, testid }) => (
          <Link key={testid} to={to} testid={testid} label={label}>
            <Icon name={icon} />
          </Link>
        ))}
      </nav>
    </>
  )
}
