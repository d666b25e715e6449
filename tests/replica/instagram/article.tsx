// A post in the feed.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'
import { Avatar, Lines, Link } from '../shared/meta/parts.tsx'
import { CommentForm } from './comment.tsx'
import { account, type Post } from './data.ts'

export function PostArticle({ post }: { post: Post }) {
  const [comments, setComments] = useState<string[]>([])
  return (
    <article>
      <header>
        <Avatar profile={post.author} size={32} />
        <Link to={`/${post.author.handle}/`} className="handle">
          {post.author.handle}
        </Link>
        <span className="muted">· {post.age}</span>
      </header>
      {post.picture === undefined ? (
        <div className="picture" style={{ background: post.author.colour }} />
      ) : (
        <img className="picture" alt="" src={post.picture} />
      )}
      <div className="article-actions">
        <Icon name="heart" label="いいね！" />
        <Icon name="reply" label="コメントする" />
        <Icon name="share" label="シェア" />
      </div>
      <div className="caption">
        <span className="handle">{post.author.handle}</span>
        <Lines text={post.caption} />
      </div>
      {comments.map((text, index) => (
        <div key={index} className="caption">
          <span className="handle">{account.handle}</span>
          <Lines text={text} />
        </div>
      ))}
      <section>
        <CommentForm media={post.id} onSent={(text) => { setComments((before) => [...before, text]) }} />
      </section>
    </article>
  )
}
