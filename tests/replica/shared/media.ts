// Attached pictures and videos. Only X needs an upload's id before it sends; it is made up, and nothing is uploaded.

export interface Media {
  id: string
  name: string
  kind: 'image' | 'video'
  /** data: address of the preview. */
  preview: string
}

let count = 0

export function readMedia(file: File): Promise<Media> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      count++
      resolve({
        id: `19903000001${String(count).padStart(8, '0')}`,
        name: file.name,
        kind: file.type.startsWith('video/') ? 'video' : 'image',
        preview: reader.result as string,
      })
    }
    reader.onerror = () => { reject(reader.error ?? new Error(file.name)) }
    reader.readAsDataURL(file)
  })
}

export function readAllMedia(files: FileList | null): Promise<Media[]> {
  return Promise.all([...(files ?? [])].map(readMedia))
}
