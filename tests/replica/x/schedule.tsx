// The form behind ポストを予約: five lists, as for a clock of 24 hours.
import { useState } from 'react'
import { Icon } from '../shared/icons.tsx'

interface Props {
  scheduled: Date | undefined
  onDone: (time: Date | undefined) => void
  onClose: () => void
}

type Field = 'month' | 'day' | 'year' | 'hour' | 'minute'

const LABELS: Record<Field, string> = { month: '月', day: '日', year: '年', hour: '時間', minute: '分' }
const FIELDS = Object.keys(LABELS) as Field[]
const DAY_MS = 24 * 60 * 60 * 1000

export function ScheduleForm({ scheduled, onDone, onClose }: Props) {
  const [chosen, setChosen] = useState(() => fieldsOf(scheduled ?? new Date(Date.now() + 5 * DAY_MS)))
  const { year, month, day, hour, minute } = chosen
  const time = new Date(year, month - 1, day, hour, minute)
  const thisYear = new Date().getFullYear()
  const choices: Record<Field, number[]> = {
    month: range(1, 12),
    day: range(1, new Date(year, month, 0).getDate()),
    year: range(thisYear, thisYear + 2),
    hour: range(0, 23),
    minute: range(0, 59),
  }
  return (
    <div className="schedule">
      <div className="dialog-head">
        <button type="button" className="round" data-testid="app-bar-back" aria-label="戻る" onClick={onClose}>
          <Icon name="back" />
        </button>
        <h2>予約設定</h2>
        {scheduled !== undefined && (
          <button type="button" className="text-button" onClick={() => { onDone(undefined) }}>
            クリア
          </button>
        )}
        <button
          type="button"
          className="primary"
          data-testid="scheduledConfirmationPrimaryAction"
          disabled={time.getTime() <= Date.now()}
          onClick={() => { onDone(time) }}
        >
          {scheduled === undefined ? '確認する' : '更新'}
        </button>
      </div>
      <p className="muted">
        <Icon name="schedule" />
        {shownTime(time)}に送信されます
      </p>
      <div className="schedule-fields" role="group" aria-label="日付">
        {FIELDS.map((field, index) => (
          <label key={field}>
            <span>{LABELS[field]}</span>
            <select
              id={`SELECTOR_${index + 1}`}
              aria-label={LABELS[field]}
              value={chosen[field]}
              onChange={(event) => { setChosen({ ...chosen, [field]: Number(event.target.value) }) }}
            >
              {choices[field].map((value) => (
                <option key={value} value={value}>
                  {value}
                </option>
              ))}
            </select>
          </label>
        ))}
      </div>
    </div>
  )
}

export function shownTime(time: Date): string {
  return time.toLocaleString('ja-JP', { dateStyle: 'long', timeStyle: 'short' })
}

function fieldsOf(time: Date): Record<Field, number> {
  return {
    month: time.getMonth() + 1,
    day: time.getDate(),
    year: time.getFullYear(),
    hour: time.getHours(),
    minute: time.getMinutes(),
  }
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index)
}
