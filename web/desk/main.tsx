/** The desk in the browser. */
import '@mantine/core/styles/default-css-variables.css'
import './look/fonts.css'
import './look/tokens.css'
import './look/base.css'
import './look/parts.css'
import './look/screens.css'
import './look/months.css'
import './look/print.css'
import { MantineProvider } from '@mantine/core'
import { QueryClientProvider } from '@tanstack/react-query'
import { RouterProvider } from '@tanstack/react-router'
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { makeQueryClient } from './call/query-client.ts'
import { makeRouter } from './router.tsx'
import { LanguageProvider } from './words/language.tsx'

const root = document.getElementById('root')
if (root === null) throw new Error('the page has no #root')

const router = makeRouter()
const queries = makeQueryClient()

createRoot(root).render(
  <StrictMode>
    {/* The variables stand in a file, so that no style is written into the page. */}
    <MantineProvider defaultColorScheme="auto" withCssVariables={false} withGlobalClasses={false}>
      <QueryClientProvider client={queries}>
        <LanguageProvider>
          <RouterProvider router={router} />
        </LanguageProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
)
