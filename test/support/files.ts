import sharp from 'sharp'

/** A photo as a phone takes it: lying on its side, with the position in its EXIF. Landscape as stored, `upright` portrait. */
export async function phonePhoto(width = 120, height = 80): Promise<Buffer> {
  // The left half red, the right half blue, so that turning it can be told.
  const half = await sharp({ create: { width: width / 2, height, channels: 3, background: '#0000ff' } })
    .png()
    .toBuffer()
  return sharp({ create: { width, height, channels: 3, background: '#ff0000' } })
    .composite([{ input: half, left: width / 2, top: 0 }])
    .jpeg({ quality: 95 })
    .withExif({
      IFD0: { Make: 'TestPhone', Orientation: '6' },
      IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '30/1 15/1 0/1', GPSLongitudeRef: 'E', GPSLongitude: '120/1 10/1 0/1' },
    })
    .withMetadata({ orientation: 6 })
    .toBuffer()
}

const box = (type: string, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts)
  const header = Buffer.alloc(8)
  header.writeUInt32BE(8 + content.length)
  header.write(type, 4, 'latin1')
  return Buffer.concat([header, content])
}

function movieHeader(seconds: number): Buffer {
  const content = Buffer.alloc(100)
  content.writeUInt32BE(1000, 12)
  content.writeUInt32BE(seconds * 1000, 16)
  return box('mvhd', content)
}

function track(handler: 'vide' | 'soun', width: number, height: number): Buffer {
  const head = Buffer.alloc(84)
  head.writeUInt16BE(width, 76)
  head.writeUInt16BE(height, 80)
  const kind = Buffer.alloc(24)
  kind.write(handler, 8, 'latin1')
  return box('trak', box('tkhd', head), box('mdia', box('hdlr', kind)))
}

/** A film of `seconds` with its position where phones write it, or (`soun`) a voice note in the same container. */
export function phoneRecording(handler: 'vide' | 'soun' = 'vide', seconds = 3): Buffer {
  const position = box('udta', box('\u00a9xyz', Buffer.from('+30.2500+120.1667/')))
  const [width, height] = handler === 'vide' ? ([640, 360] as const) : ([0, 0] as const)
  return Buffer.concat([
    box('ftyp', Buffer.from('isom\0\0\x02\0isomiso2mp41', 'latin1')),
    box('moov', movieHeader(seconds), track(handler, width, height), position),
    box('mdat', Buffer.from('the pictures themselves')),
  ])
}
