/** Enrolling a patient and correcting the details: each field says why it is asked. */
export const centreEnrol = {
  title: 'Enrol a patient',
  editTitle: 'Correct the details',
  intro:
    'An e-mail address and an account are not needed: people without either are enrolled all the same, and you are told when they need a call or a letter.',
  groups: {
    who: 'Who it is',
    health: 'Diagnosis',
    recording: 'How they treat and record',
    contact: 'How to reach them',
    numbers: 'Numbers',
  },
  fields: {
    givenName: {
      label: 'First name',
      why: 'Shown to the patient and their carers, so that the right diary is used.',
    },
    familyName: { label: 'Family name', why: 'The list of patients is sorted by it.' },
    birthDate: {
      label: 'Birth date',
      why: 'Asked again when an invitation is accepted, to make sure it is the right person.',
    },
    diagnosis: { label: 'Diagnosis', why: 'Needed to read the diary and for the registry’s figures.' },
    factorLevel: { label: 'Factor level (IU/dL)', why: 'The severity follows from it. Below 1, write <1.' },
    homeZone: {
      label: 'Home time zone',
      why: 'Decides which day a dose belongs to and when reminders may go out.',
    },
    homeTherapy: {
      label: 'Treats at home',
      why: 'Only people in home therapy are expected to record and get reminders.',
    },
    homeDelivery: {
      label: 'Gets treatment delivered to their home',
      why: 'Recording is a condition of home delivery. Later changes are decisions with a reason.',
    },
    channel: { label: 'Records', why: 'On paper: no reminders by e-mail; you type in the forms.' },
    guardianConsentNeeded: {
      label: 'Needs the consent of a parent or guardian',
      why: 'For a child, or a person with a guardian. Nobody is linked and nothing is recorded before you note the written consent.',
    },
    email: { label: 'E-mail address', why: 'For reminders. The mails name no person, product or condition.' },
    phone: { label: 'Phone number', why: 'For a call when reminders have not helped.' },
    address: { label: 'Address', why: 'For letters to people who cannot be reached by e-mail.' },
    centreNumber: { label: 'Your own number for this patient', why: 'To find them in your other systems.' },
    registryNumber: { label: 'National registry number', why: 'Joins the diary to the national registry.' },
    healthServiceNumber: {
      label: 'Health service number',
      why: 'To tell two people of the same name apart.',
    },
  },
  submit: 'Enrol',
  saveChanges: 'Save the changes',
  enrolled: 'Enrolled.',
  changed: 'Details saved.',
  next: 'What next: set the plan, then invite the patient or a carer.',
} as const;
