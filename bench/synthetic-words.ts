/**
 * Words that are nobody's, the same in both scripts: three syllables and an ending, of which there are 2.6 million.
 * None is a word of the register, so that a search for a real name finds the real one only.
 */
const CONSONANTS = 'ب b,د d,ف f,گ g,ه h,ج j,ك k,ل l,م m,ن n,ر r,س s,ت t,ز z,ش ch,غ gh'
const VOWELS = 'ا a,ي i,و ou'
const ENDINGS =
  ' ,ت t,ن n,ر r,س s,ل l,م m,د d,ب b,ش ch,نت nt,رت rt,ست st,غن ghn,نا na,رة ra,زة za,مة ma,لة la,دي di,سي si,كي ki,مو mou,غو ghou'

/** Arabic and Latin of each, at the same place. */
interface Pieces {
  readonly arabic: readonly string[]
  readonly latin: readonly string[]
}

function pieces(list: string): Pieces {
  const pairs = list.split(',').map((pair) => pair.split(' '))
  return { arabic: pairs.map(([arabic]) => arabic!), latin: pairs.map(([, latin]) => latin!) }
}

function syllablesOf(consonants: Pieces, vowels: Pieces): Pieces {
  const all = (script: keyof Pieces) =>
    consonants[script].flatMap((consonant) => vowels[script].map((vowel) => consonant + vowel))
  return { arabic: all('arabic'), latin: all('latin') }
}

export const syllables = syllablesOf(pieces(CONSONANTS), pieces(VOWELS))
export const endings = pieces(ENDINGS)

/** Three syllables in any order, and an ending. */
export const WORDS = syllables.latin.length ** 3 * endings.latin.length

/** Prime to the number of words, so that neighbours get words that do not look alike, and no two the same. */
export const STRIDE = 777_781
