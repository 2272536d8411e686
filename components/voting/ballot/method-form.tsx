'use client'

import dynamic from 'next/dynamic'
import type { ComponentType } from 'react'
import type { MethodId } from '#lib/protocol/rules.ts'
import type { FormProps } from './form-props.ts'

/** Only the form of the round's own method is fetched. */
const FORMS: Record<Exclude<MethodId, 'approval' | 'pairwise'>, ComponentType<FormProps>> = {
  single: dynamic(() => import('./single-form.tsx').then((form) => form.SingleForm)),
  weighted: dynamic(() => import('./weighted-form.tsx').then((form) => form.WeightedForm)),
  quadratic: dynamic(() => import('./quadratic-form.tsx').then((form) => form.QuadraticForm)),
  score: dynamic(() => import('./score-form.tsx').then((form) => form.ScoreForm)),
  ranked: dynamic(() => import('./ranked-form.tsx').then((form) => form.RankedForm)),
}

export type FormMethod = keyof typeof FORMS

export function MethodForm({ method, ...form }: FormProps & { method: FormMethod }) {
  const Form = FORMS[method]
  return <Form {...form} />
}
