// A post in the feed.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { Button } from '../shared/meta/button.tsx'
import { Avatar, Lines, Link } from '../shared/meta/parts.tsx'
import { CommentBox } from './comment.tsx'
import type { Comment, Post, Profile } from './data.ts'

export function PostArticle({ post, actor, onFailed }: { post: Post; actor: Profile; onFailed: () => void }) {
  const [added, setAdded] = useState<Comment[]>([])
  return (
    <div className="card post" role="article" aria-label={`${post.author.name}の投稿`}>
      <div className="post-head">
        <Avatar profile={post.author} />
        <div>
          <h3>
            <Link to={`/${post.author.vanity}`}>
              <strong>{post.author.name}</strong>
            </Link>
          </h3>
          <span className="muted">{post.age} · 公開</span>
        </div>
      </div>
      <div className="post-text" data-ad-preview="message">
        <Lines text={post.text} />
      </div>
      {post.media?.map((preview, index) => <img key={index} className="post-media" alt="" src={preview} />)}
      <div className="post-actions">
        <Button label="いいね！" className="action" onClick={() => undefined}>
          <Icon name="heart" />
          いいね！
        </Button>
        <Button label="コメントする" className="action" onClick={() => undefined}>
          <Icon name="chat" />
          コメントする
        </Button>
        <Button label="シェア" className="action" onClick={() => undefined}>
          <Icon name="share" />
          シェア
        </Button>
      </div>
      {[...post.comments, ...added].map((comment, index) => (
        <div key={index} className="comment" role="article" aria-label={`${comment.author.name}のコメント`}>
          <Avatar profile={comment.author} size={32} />
          <div className="comment-text">
            <strong>{comment.author.name}</strong>
            <Lines text={comment.text} />
          </div>
        </div>
      ))}
      <CommentBox
        actor={actor}
        post={post}
        onSent={(text) => { setAdded((before) => [...before, { author: actor, text }]) }}
        onFailed={onFailed}
      />
    </div>
  )
}
