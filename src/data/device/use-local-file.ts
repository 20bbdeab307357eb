import { useEffect, useState } from 'react'
import { openFile } from './local-file'

/** An address that views can show of a file on this phone; null until it is found, or without one. */
export function useLocalFile(path: string | null): string | null {
  const [opened, setOpened] = useState<{ path: string; address: string } | null>(null)
  useEffect(() => {
    if (path === null) return
    let wanted = true
    void openFile(path).then(address => {
      if (wanted) setOpened({ path, address })
    })
    return () => {
      wanted = false
    }
  }, [path])
  return opened !== null && opened.path === path ? opened.address : null
}
