export const noBundle = 'This is no bundle that can be checked.'
export const again = 'Check again'
export const save = 'Save the report'
export const choose = 'Choose a file'
export const chooseAnother = 'Choose another'
export const drop = 'Drop a bundle.zip here.'
export const dropAnother = 'Drop another bundle anywhere on this page.'
export const stays =
  'It is read and checked on this device. Nothing of it is uploaded. Receipts, saved as .json, may come with it: they are looked for in its log.'
/** Where pictures are taken, too. */
export const withPicture = {
  drop: 'Drop a bundle.zip here, or a picture.',
  dropAnother: 'Drop another bundle or picture anywhere on this page.',
  stays:
    'It is read on this device and never uploaded. A bundle is checked; receipts, saved as .json, may come with it. Where a picture is from is asked of this site by its hashes alone.',
}
