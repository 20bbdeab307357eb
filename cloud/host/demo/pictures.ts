import sharp from 'sharp'

const wall = '<rect width="960" height="720" fill="#e9e4da"/><rect y="560" width="960" height="160" fill="#b9ad9c"/>'

/** Drawn and not photographed: the demo shows no real home. 960 × 720. */
const drawings = {
  leak: `${wall}<rect x="220" y="250" width="520" height="60" rx="8" fill="#8b95a0"/><rect x="450" y="310" width="60" height="170" fill="#a9b4bf"/><path d="M480 480 q-26 46 0 66 q26 -20 0 -66" fill="#4d8fd6"/><ellipse cx="480" cy="628" rx="190" ry="34" fill="#7fb2e6"/>`,
  stain: `<rect width="960" height="720" fill="#f2efe8"/><path d="M300 180 q120 -90 260 -20 q150 60 110 190 q-40 130 -220 110 q-190 -10 -200 -140 q-10 -90 50 -140" fill="#d8c7a0"/><path d="M360 230 q90 -60 190 -10 q90 50 60 130 q-40 80 -150 60 q-120 -10 -130 -90 q-6 -60 30 -90" fill="#c3ab78"/>`,
  boxes: `${wall}<rect x="180" y="380" width="220" height="200" fill="#c79a63"/><rect x="330" y="290" width="180" height="150" fill="#d7ad78"/><rect x="520" y="420" width="260" height="160" fill="#b98b55"/><path d="M180 430 h220 M520 480 h260 M330 340 h180" stroke="#8f6a3c" stroke-width="8"/>`,
  lamp: `<rect width="960" height="720" fill="#3a4048"/><rect x="400" y="80" width="160" height="40" rx="8" fill="#8d949c"/><circle cx="480" cy="190" r="70" fill="#5b626b" stroke="#a7afb8" stroke-width="8"/><path d="M440 160 l80 60 M520 160 l-80 60" stroke="#a7afb8" stroke-width="8"/><rect y="600" width="960" height="120" fill="#2b3037"/>`,
  bin: `${wall}<rect x="340" y="280" width="280" height="320" rx="16" fill="#3f7d5c"/><rect x="320" y="240" width="320" height="50" rx="12" fill="#2f6147"/><circle cx="390" cy="230" r="46" fill="#4a4f55"/><circle cx="500" cy="216" r="58" fill="#2f3439"/><circle cx="690" cy="590" r="50" fill="#4a4f55"/>`,
  done: `${wall}<rect x="220" y="250" width="520" height="60" rx="8" fill="#8b95a0"/><rect x="450" y="310" width="60" height="170" fill="#a9b4bf"/><circle cx="760" cy="180" r="80" fill="#1c8a5a"/><path d="M720 182 l30 32 l54 -62" stroke="#fff" stroke-width="16" fill="none"/>`,
} as const
export type PictureName = keyof typeof drawings

/** A drawing as a photo would arrive: JPEG bytes. */
export async function picture(name: PictureName): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="960" height="720" viewBox="0 0 960 720">${drawings[name]}</svg>`
  return sharp(Buffer.from(svg)).jpeg({ quality: 80 }).toBuffer()
}
