// Plain line icons, drawn for the replica: none is a site's artwork.

const paths = {
  logo: 'M4 4l16 16M20 4L4 20',
  home: 'M4 11.5 12 4l8 7.5V20h-5.5v-5h-5v5H4z',
  search: 'M11 4.5a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM16 16l4.5 4.5',
  bell: 'M6 16.5V11a6 6 0 0 1 12 0v5.5l1.5 1.5h-15zM10 20.5h4',
  chat: 'M4 5h16v12h-9l-4.5 3.5V17H4z',
  spark: 'M12 4l2 6 6 2-6 2-2 6-2-6-6-2 6-2z',
  bookmark: 'M6.5 4h11v16.5L12 16l-5.5 4.5z',
  person: 'M12 4.5a3.75 3.75 0 1 0 0 7.5 3.75 3.75 0 0 0 0-7.5zM4.5 20c.5-4 3.5-6 7.5-6s7 2 7.5 6z',
  more: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM8 12h.01M12 12h.01M16 12h.01',
  dots: 'M5 12h.01M12 12h.01M19 12h.01',
  feather: 'M5 19c1-8 5-13 14-14-1 5-3 6-6 6.5 2 .5 2.5.5 3 1C14 16 10 16 7.5 15.5M4.5 20.5 9 14',
  reply: 'M4.5 11.5c0-4 3.200-7 7.5-7s7.5 3 7.5 7-3.200 6.800-7 6.800v2.700c-4-1.5-8-5-8-9.5z',
  repost: 'M7 5v11a3 3 0 0 0 3 3h3M4 8l3-3.5L10 8M17 19V8a3 3 0 0 0-3-3h-3M14 16l3 3.5 3-3.5',
  heart: 'M12 20C6 16 4 13 4 9.5 4 7 5.800 5 8.200 5c1.600 0 3 .9 3.800 2.300C12.800 5.900 14.200 5 15.800 5 18.200 5 20 7 20 9.5c0 3.5-2 6.5-8 10.5z',
  chart: 'M5 20v-7M10 20V5M15 20v-9M20 20V8',
  share: 'M12 15V4M8 7.5 12 3.5l4 4M4.5 14v6h15v-6',
  image: 'M4 5h16v14H4zM4 16l4.5-4.5 4 4 3-3L20 17M15.5 9h.01',
  gif: 'M4 5h16v14H4zM10 10H7.5v4H10v-2M12.5 10v4M17 10h-2.5v4M14.5 12h2',
  poll: 'M4 6h10M4 12h16M4 18h7',
  smile: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM9 10h.01M15 10h.01M8.5 14a4 4 0 0 0 7 0',
  schedule: 'M4 6h16v14H4zM8 3.5V8M16 3.5V8M12 11v3.5l2.5 1.5',
  place: 'M12 21c-4-4.5-6-7.5-6-10.5a6 6 0 0 1 12 0c0 3-2 6-6 10.5zM12 8.5a2 2 0 1 0 0 4 2 2 0 0 0 0-4z',
  globe: 'M12 4a8 8 0 1 0 0 16 8 8 0 0 0 0-16zM4 12h16M12 4c-5 5-5 11 0 16M12 4c5 5 5 11 0 16',
  close: 'M5.5 5.5l13 13M18.5 5.5l-13 13',
  back: 'M11 5l-7 7 7 7M4 12h16',
  plus: 'M12 5v14M5 12h14',
  official: 'M12 3l2.5 1.800 3-.2 1 2.900 2.5 1.700-1 2.800 1 2.800-2.5 1.700-1 2.900-3-.2L12 21l-2.5-1.800-3 .2-1-2.900L3 14.800 4 12 3 9.200l2.5-1.700 1-2.900 3 .2z',
} as const

export type IconName = keyof typeof paths

export function Icon({ name, label }: { name: IconName; label?: string }) {
  return (
    <svg
      className={`icon icon-${name}`}
      viewBox="0 0 24 24"
      {...(label === undefined ? { 'aria-hidden': true } : { 'aria-label': label, role: 'img' })}
    >
      <path d={paths[name]} />
      {name === 'official' && <path className="icon-tick" d="M8.5 12l2.5 2.5 4.5-5" />}
    </svg>
  )
}
