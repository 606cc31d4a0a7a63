declare module "workerd" {
  const runtime: {
    /** Where its program is. */
    readonly default: string;
  };
  export default runtime;
}
