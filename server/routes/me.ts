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
      must_change_password: hasFirstPassword(home, store) && (await isFirstAdministrator(store, account)),
    },
  }))
