import { useEffect, useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import type { Media } from '../shared/media.ts'
import { Button } from '../shared/meta/button.tsx'
import { Avatar, Link } from '../shared/meta/parts.tsx'
import { restoredDraft } from '../shared/query.ts'
import { feed, friends, page, person, type Post, type Profile } from './data.ts'
import { PostDialog } from './dialog.tsx'
import { Header } from './header.tsx'
import { ChatWindow, MessengerPage } from './messenger.tsx'
import { startsAsPerson } from './options.ts'
import { PostArticle } from './post.tsx'
import { useRoute } from './route.ts'

const TOAST_MS = 5000
const FAILED = '問題が発生しました。もう一度実行してください。'

export function App() {
  const route = useRoute()
  const [actor, setActor] = useState(startsAsPerson ? person : page)
  const [sent, setSent] = useState<Post[]>([])
  const [composing, setComposing] = useState(restoredDraft !== '')
  const [chatting, setChatting] = useState(false)
  const [toast, setToast] = useState('')
  useEffect(() => {
    if (toast === '') return
    const timer = setTimeout(() => { setToast('') }, TOAST_MS)
    return () => { clearTimeout(timer) }
  }, [toast])

  const fail = () => { setToast(FAILED) }
  const afterSending = (text: string, media: Media[]) => {
    setComposing(false)
    setToast('投稿を公開しました。')
    const post: Post = {
      feedback: `ZmVlZGJhY2s6c2VudA${sent.length}`,
      author: actor,
      text,
      age: 'たった今',
      comments: [],
      media: media.filter(({ kind }) => kind === 'image').map(({ preview }) => preview),
    }
    setSent((before) => [post, ...before])
  }

  const opener = <Opener actor={actor} onFeed={route.kind === 'feed'} onOpen={() => { setComposing(true) }} />
  const posts = route.kind === 'feed' ? [...sent, ...feed] : sent.filter(({ author }) => author === page)
  return (
    <>
      <Header actor={actor} onActor={setActor} onChat={() => { setChatting(!chatting) }} />
      {route.kind === 'messages' ? (
        <MessengerPage actor={actor} thread={route.thread} onFailed={fail} />
      ) : (
        <div className="columns">
          <div className="left" role="navigation" aria-label="ショートカット">
            <Link to={`/${actor.vanity}`} className="left-link">
              <Avatar profile={actor} size={36} />
              {actor.name}
            </Link>
            <Link to="/messages/t/" className="left-link">
              <span className="left-icon">
                <Icon name="chat" />
              </span>
              Messenger
            </Link>
          </div>
          <div className="middle" role="main">
            {route.kind === 'page' && <PageHead />}
            {opener}
            {posts.map((post) => (
              <PostArticle key={post.feedback} post={post} actor={actor} onFailed={fail} />
            ))}
          </div>
          <div className="right" role="complementary">
            <h3 className="muted">連絡先</h3>
            {friends.map((friend) => (
              <Contact key={friend.id} friend={friend} />
            ))}
          </div>
        </div>
      )}
      {chatting && <ChatWindow actor={actor} onFailed={fail} onClose={() => { setChatting(false) }} />}
      {composing && (
        <PostDialog
          actor={actor}
          text={sent.length === 0 ? restoredDraft : ''}
          onSent={afterSending}
          onFailed={fail}
          onClose={() => { setComposing(false) }}
        />
      )}
      {toast !== '' && (
        <div className="toast" role="alert">
          {toast}
        </div>
      )}
    </>
  )
}

function Contact({ friend }: { friend: Profile }) {
  return (
    <div className="left-link">
      <Avatar profile={friend} size={32} />
      {friend.name}
    </div>
  )
}

function PageHead() {
  return (
    <div className="card page-head">
      <div className="cover" />
      <Avatar profile={page} size={96} />
      <h1>{page.name}</h1>
      <span className="muted">フォロワー1,284人 · 政府機関</span>
    </div>
  )
}

function Opener({ actor, onFeed, onOpen }: { actor: Profile; onFeed: boolean; onOpen: () => void }) {
  return (
    <div className="card opener" role="region" aria-label="投稿を作成">
      <div className="opener-row">
        <Avatar profile={actor} />
        <Button className="opener-text" onClick={onOpen}>
          <span>{onFeed ? `${actor.name}さん、その気持ち、シェアしよう` : 'その気持ち、シェアしよう'}</span>
        </Button>
      </div>
      <Button className="action" onClick={onOpen}>
        <Icon name="image" />
        写真・動画
      </Button>
      {/* The card has a file field of its own, unlike the dialog's. */}
      <input type="file" hidden accept="image/*,image/heif,image/heic,video/*" />
    </div>
  )
}
