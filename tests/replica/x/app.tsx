import { useEffect, useState, type ReactElement } from 'react'
import { navigate } from '../shared/history.ts'
import { Icon } from '../shared/icons.tsx'
import { restoredDraft } from '../shared/query.ts'
import { PhoneBottom, PhoneTop, SideNav, ThirdColumn } from './chrome.tsx'
import { Avatar, UserLine } from './avatar.tsx'
import { Chat } from './chat.tsx'
import { Composer } from './composer.tsx'
import { account, profile, timeline, type Tweet } from './data.ts'
import { ComposeDialog } from './dialog.tsx'
import { isNarrow } from './options.ts'
import { newPart, type Part, type SentPost } from './parts.ts'
import { ProfileDialog } from './profile.tsx'
import { EDIT_PROFILE, openCompose, useRoute, type Compose } from './route.ts'
import { Link, TweetArticle } from './tweet.tsx'

const SENT = 'ポストを送信しました。'
const SCHEDULED = 'ポストを予約しました。'
const FAILED = '問題が発生しました。やりなおしてください。'
const TABS = ['おすすめ', 'フォロー中']
const TOAST_MS = 5000
/** How long X takes to draw a tab's timeline and the compose box above it. */
const TAB_MS = 150

/** The saved draft goes to the first compose box that asks. */
let draft = restoredDraft

function firstParts(): Part[] {
  const text = draft
  draft = ''
  return [newPart(text)]
}

export function App() {
  const route = useRoute()
  const narrow = useNarrow()
  const [sent, setSent] = useState<Tweet[]>([])
  const [toast, setToast] = useState('')
  const [shownProfile, setShownProfile] = useState(profile)
  const [dialogParts, setDialogParts] = useState<Part[]>(() => (route.compose === undefined ? [] : firstParts()))
  // By page: the home box and each reply box keep their own text, also while they are not drawn.
  const [inlineParts, setInlineParts] = useState<Partial<Record<string, Part[]>>>(() => ({ home: firstParts() }))

  useEffect(() => {
    if (toast === '') return
    const timer = setTimeout(() => { setToast('') }, TOAST_MS)
    return () => { clearTimeout(timer) }
  }, [toast])

  const isComposing = route.compose !== undefined
  useEffect(() => {
    if (!isComposing) setDialogParts([])
  }, [isComposing])

  const afterSending = (posts: SentPost[], context: Compose) => {
    const published = posts.filter(({ scheduled }) => !scheduled)
    setToast(published.length === posts.length ? SENT : SCHEDULED)
    const added = published.map((post, index): Tweet => ({
      id: post.id,
      author: account,
      text: post.text,
      age: '今',
      replies: 0,
      reposts: 0,
      likes: 0,
      ...(index === 0 && context.quoted !== undefined ? { quoted: context.quoted } : {}),
      ...(index === 0 && context.replyTo !== undefined ? { replyTo: context.replyTo } : {}),
    }))
    setSent((before) => [...added.reverse(), ...before])
  }
  const inline = (context: Compose) => {
    const key = context.replyTo?.id ?? 'home'
    const setParts = (parts: Part[]) => { setInlineParts((before) => ({ ...before, [key]: parts })) }
    return (
      <InlineComposer
        key={key}
        context={context}
        stored={inlineParts[key]}
        onParts={setParts}
        onFailed={() => { setToast(FAILED) }}
        onSent={(posts) => {
          setParts([newPart()])
          afterSending(posts, context)
        }}
        onAddPart={(parts) => {
          setDialogParts([...parts, newPart()])
          setParts([newPart()])
          openCompose()
        }}
      />
    )
  }

  const { page, compose } = route
  const hidesPage = narrow && compose !== undefined
  return (
    <>
      {!hidesPage && (
        <div className={narrow ? 'frame frame-narrow' : 'frame'}>
          {!narrow && <SideNav />}
          <main role="main">
            <div className="primary-column" data-testid="primaryColumn">
              {narrow && page.kind === 'home' && <PhoneTop />}
              {page.kind === 'home' && <Home sent={sent} inline={narrow ? null : () => inline({})} />}
              {page.kind === 'status' && (
                <Status tweet={page.tweet} sent={sent} inline={narrow ? null : () => inline({ replyTo: page.tweet })} />
              )}
              {page.kind === 'profile' && <Profile shown={shownProfile} sent={sent} />}
              {page.kind === 'chat' && <Chat conversation={page.conversation} onFailed={() => { setToast(FAILED) }} />}
            </div>
            {!narrow && page.kind !== 'chat' && <ThirdColumn />}
          </main>
          {narrow && <PhoneBottom />}
        </div>
      )}
      <div id="layers">
        {compose !== undefined && (
          <ComposeDialog
            context={compose}
            parts={dialogParts}
            onSent={afterSending}
            onFailed={() => { setToast(FAILED) }}
          />
        )}
        {page.kind === 'profile' && page.editing && (
          <ProfileDialog
            profile={shownProfile}
            onSaved={(saved) => {
              setShownProfile(saved)
              navigate(`/${account.handle}`)
            }}
            onFailed={() => { setToast(FAILED) }}
          />
        )}
        {toast !== '' && (
          <div className="toast" data-testid="toast" role="alert">
            <span>{toast}</span>
          </div>
        )}
      </div>
    </>
  )
}

interface InlineProps {
  context: Compose
  stored: Part[] | undefined
  onParts: (parts: Part[]) => void
  onSent: (posts: SentPost[]) => void
  onFailed: () => void
  onAddPart: (parts: Part[]) => void
}

function InlineComposer({ stored, onAddPart, ...rest }: InlineProps) {
  const [first] = useState(() => [newPart()])
  const parts = stored ?? first
  return <Composer kind="inline" parts={parts} onAddPart={() => { onAddPart(parts) }} {...rest} />
}

function useNarrow(): boolean {
  const [narrow, setNarrow] = useState(isNarrow)
  useEffect(() => {
    const update = () => { setNarrow(isNarrow()) }
    window.addEventListener('resize', update)
    return () => { window.removeEventListener('resize', update) }
  }, [])
  return narrow
}

type Inline = (() => ReactElement) | null

function Home({ sent, inline }: { sent: Tweet[]; inline: Inline }) {
  const [tab, setTab] = useState(0)
  const [loading, setLoading] = useState(false)
  useEffect(() => {
    if (!loading) return
    const timer = setTimeout(() => { setLoading(false) }, TAB_MS)
    return () => { clearTimeout(timer) }
  }, [loading])

  const tweets = [...sent.filter((tweet) => tweet.replyTo === undefined), ...timeline]
  return (
    <>
      <div className="tabs" role="tablist" aria-label="ホームタイムライン">
        {TABS.map((name, index) => (
          <div key={name} role="presentation">
            <button
              type="button"
              role="tab"
              aria-selected={tab === index}
              onClick={() => {
                if (tab === index) return
                setTab(index)
                setLoading(true)
              }}
            >
              <span>{name}</span>
            </button>
          </div>
        ))}
      </div>
      {loading ? (
        <div className="loading" role="progressbar" aria-label="読み込み中" />
      ) : (
        <>
          {inline?.()}
          <section aria-label="ホームタイムライン">
            {(tab === 0 ? tweets : [...tweets].reverse()).map((tweet) => (
              <TweetArticle key={tweet.id} tweet={tweet} />
            ))}
          </section>
        </>
      )}
    </>
  )
}

function Head({ title }: { title: string }) {
  return (
    <div className="page-head">
      <button type="button" className="round" data-testid="app-bar-back" aria-label="戻る" onClick={() => { navigate('/home') }}>
        <Icon name="back" />
      </button>
      <h2>{title}</h2>
    </div>
  )
}

function Status({ tweet, sent, inline }: { tweet: Tweet; sent: Tweet[]; inline: Inline }) {
  return (
    <>
      <Head title="ポスト" />
      <TweetArticle tweet={tweet} focal />
      {inline !== null && (
        <div className="inline-reply" data-testid="inline_reply_offscreen">
          {inline()}
        </div>
      )}
      {sent.filter((reply) => reply.replyTo?.id === tweet.id).map((reply) => (
        <TweetArticle key={reply.id} tweet={reply} />
      ))}
    </>
  )
}

function Profile({ shown, sent }: { shown: typeof profile; sent: Tweet[] }) {
  return (
    <>
      <Head title={shown.name} />
      <div className="profile">
        <Avatar user={account} />
        <UserLine user={{ ...account, name: shown.name }} />
        <Link to={EDIT_PROFILE} className="secondary" testid="editProfileButton">
          プロフィールを編集
        </Link>
        <p>{shown.description}</p>
      </div>
      {sent.map((tweet) => (
        <TweetArticle key={tweet.id} tweet={tweet} />
      ))}
    </>
  )
}
