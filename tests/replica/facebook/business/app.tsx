// Meta Business Suite: the calendar, and the composer at /latest/composer/.
import { useState } from 'react'
import { useAddress } from '../../shared/address.ts'
import { navigate } from '../../shared/history.ts'
import { Button } from '../../shared/meta/button.tsx'
import { Avatar, Lines } from '../../shared/meta/parts.tsx'
import { page } from '../data.ts'
import { Composer, type Done } from './composer.tsx'

const COMPOSER = '/latest/composer/'
const CALENDAR = '/latest/content_calendar/'

function isComposer(): boolean {
  return location.pathname.startsWith('/latest/composer')
}

export function BusinessSuite() {
  const composing = useAddress(isComposer)
  const [done, setDone] = useState<Done[]>([])
  const last = done.at(-1)
  return (
    <div className="business">
      <div className="business-nav" role="navigation">
        <strong>Meta Business Suite</strong>
        <div className="business-page">
          <Avatar profile={page} size={28} />
          {page.name}
        </div>
        <a
          href={CALENDAR}
          onClick={(event) => {
            event.preventDefault()
            navigate(`${CALENDAR}?asset_id=${page.id}`)
          }}
        >
          プランナー
        </a>
      </div>
      {composing ? (
        <Composer
          onDone={(one) => {
            setDone((before) => [...before, one])
            navigate(`${CALENDAR}?asset_id=${page.id}`)
          }}
        />
      ) : (
        <div className="planner" role="main">
          {last !== undefined && (
            <div className="card" role="alert">
              <h2>{last.scheduled ? '投稿が予約されました' : '投稿が公開されました'}</h2>
            </div>
          )}
          <h1>プランナー</h1>
          <Button className="button" onClick={() => { navigate(`${COMPOSER}?asset_id=${page.id}`) }}>
            投稿を作成
          </Button>
          {done.map(({ text }, index) => (
            <div key={index} className="card">
              <Lines text={text} />
            </div>
          ))}
        </div>
      )}
    </div>
  )
}
