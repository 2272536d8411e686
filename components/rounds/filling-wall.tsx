'use client'

import dynamic from 'next/dynamic'

// Only a round that fills is watched: the script for it comes with no other wall.
export const FillingRound = dynamic(() => import('./live-round.tsx').then((live) => live.LiveRound))
export const FillingHang = dynamic(() => import('./live-hang.tsx').then((live) => live.LiveHang))
export const FilledCount = dynamic(() => import('./live-round.tsx').then((live) => live.LiveCount))
