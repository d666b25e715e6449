import { useState } from 'react'
import { Avatar } from '../shared/meta/parts.tsx'
import { PostArticle } from './article.tsx'
import { CreateDialog } from './create.tsx'
import { account, feed, type Post } from './data.ts'
import { Direct } from './direct.tsx'
import { Nav } from './nav.tsx'
import { useRoute } from './route.ts'

export function App() {
  const route = useRoute()
  const [creating, setCreating] = useState(false)
  const [sent, setSent] = useState<Post[]>([])
  return (
    <>
      <Nav onCreate={() => { setCreating(true) }} />
      {route.kind === 'direct' ? (
        <Direct thread={route.thread} />
      ) : (
        <div className="feed-page">
          <main role="main">
            {[...sent, ...feed].map((post) => (
              <PostArticle key={post.id} post={post} />
            ))}
          </main>
          <div className="own">
            <Avatar profile={account} size={44} />
            <a className="handle" href={`/${account.handle}/`}>
              {account.handle}
            </a>
          </div>
        </div>
      )}
      {creating && (
        <CreateDialog
          onShared={(caption, media) => {
            const post: Post = { id: `35${sent.length}`, author: account, caption, age: '今', picture: media[0]?.preview }
            setSent((before) => [post, ...before])
          }}
          onClose={() => { setCreating(false) }}
        />
      )}
    </>
  )
}
