// A post in the timeline, and the smaller forms of it.
import { useState, type ReactNode } from 'react'
import { navigate } from '../shared/history.ts'
import { Icon, type IconName } from '../shared/icons.tsx'
import { Avatar, UserName } from './avatar.tsx'
import type { Tweet } from './data.ts'
import { withEmoji } from './emoji.tsx'
import { openCompose } from './route.ts'

function Author({ tweet }: { tweet: Tweet }) {
  const { author, id, age } = tweet
  return (
    <div className="author" data-testid="User-Name">
      <Link className="name-link" to={`/${author.handle}`}>
        <UserName user={author} />
      </Link>
      <span className="muted handle">@{author.handle}</span>
      <span className="muted">·</span>
      <Link className="muted age" to={`/${author.handle}/status/${id}`}>
        <time>{age}</time>
      </Link>
    </div>
  )
}

function TweetText({ tweet }: { tweet: Tweet }) {
  return (
    <div className="tweet-text" data-testid="tweetText" lang="ja" dir="auto">
      {tweet.text.split(/((?<![\w&])[#@][\p{L}\p{N}_ー]+)/u).map((piece, index) => (
        <span key={index} className={index % 2 === 1 ? 'entity' : undefined}>
          {withEmoji(piece)}
        </span>
      ))}
    </div>
  )
}

interface LinkProps {
  to: string
  className?: string
  testid?: string
  label?: string
  children: ReactNode
}

export function Link({ to, className, testid, label, children }: LinkProps) {
  return (
    <a
      className={className}
      href={to}
      role="link"
      data-testid={testid}
      aria-label={label}
      onClick={(event) => {
        event.preventDefault()
        event.stopPropagation()
        navigate(to)
      }}
    >
      {children}
    </a>
  )
}

export function TweetArticle({ tweet, focal = false }: { tweet: Tweet; focal?: boolean }) {
  const address = `/${tweet.author.handle}/status/${tweet.id}`
  return (
    <article
      className={focal ? 'tweet tweet-focal' : 'tweet'}
      data-testid="tweet"
      role="article"
      tabIndex={0}
      onClick={focal ? undefined : () => { navigate(address) }}
    >
      <div className="tweet-side">
        <Avatar user={tweet.author} />
      </div>
      <div className="tweet-body">
        <Author tweet={tweet} />
        {tweet.replyTo !== undefined && <div className="muted reply-to">返信先: @{tweet.replyTo.author.handle}さん</div>}
        <TweetText tweet={tweet} />
        {tweet.quoted !== undefined && <QuotedCard tweet={tweet.quoted} />}
        <Actions tweet={tweet} />
      </div>
    </article>
  )
}

/** In the reply dialog, above the editor: the post that is replied to, without buttons. */
export function RepliedPost({ tweet }: { tweet: Tweet }) {
  return (
    <div className="tweet tweet-replied" data-testid="tweet">
      <div className="tweet-side">
        <Avatar user={tweet.author} />
        <span className="thread-line" />
      </div>
      <div className="tweet-body">
        <Author tweet={tweet} />
        <TweetText tweet={tweet} />
        <div className="muted reply-to">
          返信先: <span className="entity">@{tweet.author.handle}</span>さん
        </div>
      </div>
    </div>
  )
}

export function QuotedCard({ tweet }: { tweet: Tweet }) {
  return (
    <div className="quoted" role="link" tabIndex={0}>
      <div className="quoted-head">
        <Avatar user={tweet.author} small />
        <Author tweet={tweet} />
      </div>
      <TweetText tweet={tweet} />
    </div>
  )
}

function Actions({ tweet }: { tweet: Tweet }) {
  const [menu, setMenu] = useState(false)
  return (
    <div className="actions" role="group" onClick={(event) => { event.stopPropagation() }}>
      <Action
        icon="reply"
        testid="reply"
        count={tweet.replies}
        label={`${tweet.replies} 件の返信。返信する`}
        onClick={() => { openCompose({ replyTo: tweet }) }}
      />
      <div className="menu-anchor">
        <Action
          icon="repost"
          testid="retweet"
          count={tweet.reposts}
          label={`${tweet.reposts} 件のリポスト。リポストする`}
          onClick={() => { setMenu(!menu) }}
        />
        {menu && (
          <div className="menu" role="menu">
            <div role="menuitem" tabIndex={0} data-testid="retweetConfirm" onClick={() => { setMenu(false) }}>
              <Icon name="repost" />
              リポスト
            </div>
            <a
              role="menuitem"
              tabIndex={0}
              href="/compose/post"
              onClick={(event) => {
                event.preventDefault()
                setMenu(false)
                openCompose({ quoted: tweet })
              }}
            >
              <Icon name="feather" />
              引用する
            </a>
          </div>
        )}
      </div>
      <Action icon="heart" testid="like" count={tweet.likes} label={`${tweet.likes} 件のいいね。いいねする`} />
      <Action icon="chart" testid="views" count={tweet.likes * 37} label={`${tweet.likes * 37} 件の表示`} />
      <span className="actions-end">
        <Action icon="bookmark" testid="bookmark" label="ブックマーク" />
        <Action icon="share" testid="share" label="ポストを共有" />
      </span>
    </div>
  )
}

interface ActionProps {
  icon: IconName
  testid: string
  label: string
  count?: number
  onClick?: () => void
}

function Action({ icon, testid, label, count = 0, onClick }: ActionProps) {
  return (
    <button type="button" className={`action action-${icon}`} data-testid={testid} aria-label={label} onClick={onClick}>
      <Icon name={icon} />
      {count > 0 && <span>{count.toLocaleString('ja')}</span>}
    </button>
  )
}
