import { type ThirdPartyKind, thirdPartyLabels } from '../vocabulary'

interface Named {
  readonly kind: ThirdPartyKind
  readonly name: string
}

/** Who else has caused it, as staff read it. */
export const partyName = ({ kind, name }: Named): string => `${thirdPartyLabels[kind]}（${name}）`

/** The same as residents read it: of a neighbour not even the name (D-IN-3). */
export const partyForResidents = (party: Named): string =>
  party.kind === 'neighbour' ? thirdPartyLabels.neighbour : party.name
