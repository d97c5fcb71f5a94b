declare module 'text-readability' {
  const readability: { readonly fleschKincaidGrade: (text: string) => number };
  export default readability;
}
