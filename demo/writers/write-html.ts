import type { Block, Layout } from '../lay-out.ts'
import { xmlText } from './xml-text.ts'

const STYLE =
  'body{font-family:sans-serif;max-width:44em}h2{border-bottom:1px solid #888}.when{float:right}.w{color:#fff}'

export function writeHtml({ language, side, main }: Layout): Uint8Array {
  const aside = side.length === 0 ? '' : `<aside>\n${written(side)}\n</aside>\n`
  const html = `<!DOCTYPE html>
<html lang="${language}">
<head><meta charset="utf-8"><title>CV</title><style>${STYLE}</style></head>
<body>
${aside}${written(main)}
</body>
</html>
`
  return Buffer.from(html)
}

function written(blocks: readonly Block[]): string {
  return blocks
    .map((block, at) => {
      const opens = block.kind === 'bullet' && blocks[at - 1]?.kind !== 'bullet' ? '<ul>\n' : ''
      const closes = block.kind === 'bullet' && blocks[at + 1]?.kind !== 'bullet' ? '\n</ul>' : ''
      return `${opens}${element(block)}${closes}`
    })
    .join('\n')
}

function element(block: Block): string {
  const text = xmlText(block.text)
  switch (block.kind) {
    case 'name':
      return `<h1>${text}</h1>`
    case 'heading':
      return `<h2>${text}</h2>`
    case 'entry': {
      const right = block.right === '' ? '' : ` <span class="when">${xmlText(block.right)}</span>`
      return `<h3>${text}${right}</h3>`
    }
    case 'bullet':
      return `<li>${text}</li>`
    case 'hidden':
      return `<p class="w">${text}</p>`
    case 'text':
      return `<p>${text}</p>`
  }
}
