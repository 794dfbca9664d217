// One line a step on stderr; on a terminal also a live line of what is under way.

export function setupProgress(stream, title = 'set-up') {
  const live = Boolean(stream.isTTY)
  const open = new Map()
  let timer = null
  const seconds = (since) => `${((performance.now() - since) / 1000).toFixed(1)} s`
  const clear = () => live && stream.write('\r\x1b[K')
  const line = (text) => {
    clear()
    stream.write(`${title}  ${text}\n`)
  }
  const draw = () => {
    const names = [...open].map(([label, since]) => `${label} ${seconds(since)}`)
    stream.write(`\r\x1b[K${title}  ${names.join(' · ')}`.slice(0, (stream.columns ?? 80) + 4))
  }
  return {
    note: line,
    step(label) {
      const since = performance.now()
      open.set(label, since)
      if (live) timer ??= setInterval(draw, 200)
      else line(`${label} …`)
      const end = (word) => {
        open.delete(label)
        if (open.size === 0) {
          clearInterval(timer)
          timer = null
        }
        line(`${label} ${word} (${seconds(since)})`)
      }
      return { done: (note = 'ready') => end(note), fail: (note = 'failed') => end(note) }
    },
  }
}
