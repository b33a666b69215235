/** Who is signed in, and the node. */
import { meRoute } from '#api/routes.ts'
import type { Store } from '#store/connect.ts'
import type { Home } from '#store/home.ts'
import { hasFirstPassword, isFirstAdministrator } from '../accounts/first-administrator.ts'
import { served } from './served.ts'

export const me = ({ store, home }: { readonly store: Store; readonly home: Home }) =>
  served(meRoute, async ({ who: { account, name, email, language, administrator } }) => ({
    answer: {
      name,
      email,
      language,
      administrator,
      exercise: store.exercise,
      // What is invented needs no password of one's own.
      must_change_password:
        !store.exercise && hasFirstPassword(home, store) && (await isFirstAdministrator(store, account)),
    },
  }))
