// Pictures of a post. X uploads them first; here the id is made up and nothing is uploaded.

export interface Media {
  id: string
  name: string
  /** data: address of the preview. */
  preview: string
}

let count = 0

export function readMedia(file: File): Promise<Media> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader()
    reader.onload = () => {
      count++
      resolve({ id: `19903000001${String(count).padStart(8, '0')}`, name: file.name, preview: reader.result as string })
    }
    reader.onerror = () => { reject(reader.error ?? new Error(file.name)) }
    reader.readAsDataURL(file)
  })
}
