import type { Cloud } from '../cloud.ts';
import type { Assembly, AssemblyStack, TemplateResource } from './assembly.ts';
import { inOrderOfNeed, namedIn } from './dependencies.ts';
import { resolve, type Scope } from './intrinsics.ts';
import { isJsonObject, type Json } from './json.ts';
import type { Answer, Provider } from './provider.ts';

/** Which provider makes which resource type. */
export type Providers = { readonly find: (type: string) => Provider | undefined };

/**
 * Makes every resource of every stack, in the order their references ask for.
 *
 * @throws naming every resource type no provider knows: a type that does nothing here has to be listed as such.
 */
export async function provision(assembly: Assembly, providers: Providers, cloud: Cloud): Promise<void> {
  refuseUnknownTypes(assembly, providers);
  for (const stack of assembly.stacks) await provisionStack(stack, providers, cloud);
}

function refuseUnknownTypes(assembly: Assembly, providers: Providers): void {
  const unknown = assembly.stacks.flatMap((stack) =>
    Object.entries(stack.template.Resources)
      .filter(([, resource]) => providers.find(resource.Type) === undefined)
      .map(([id, resource]) => `${resource.Type} (${stack.name}/${id})`),
  );
  if (unknown.length === 0) return;
  throw new Error(
    `The local run has no provider for: ${unknown.join(', ')}. ` +
      'Write one in infra/local, or list the type with a reason in infra/local/template/nothing-to-do.ts',
  );
}

async function provisionStack(stack: AssemblyStack, providers: Providers, cloud: Cloud): Promise<void> {
  const answers = new Map<string, Answer>();
  const scope = scopeOf(stack, answers, cloud);
  const { Resources: resources, Outputs: outputs } = stack.template;
  const wanted = Object.keys(resources).filter((id) => isWanted(resources[id]?.Condition, scope));
  for (const logicalId of inOrderOfNeed(wanted, (id) => needsOf(resources[id]))) {
    const resource = resources[logicalId];
    const create = resource && providers.find(resource.Type);
    if (resource === undefined || create === undefined) continue;
    const properties = resolve(resource.Properties, scope);
    const { name, region, account } = stack;
    const made = { stack: name, region, account, logicalId, type: resource.Type };
    try {
      answers.set(
        logicalId,
        await create({ ...made, properties: isJsonObject(properties) ? properties : {} }, cloud),
      );
    } catch (error) {
      throw new Error(`${resource.Type} ${name}/${logicalId} could not be made here`, { cause: error });
    }
  }
  for (const [id, output] of Object.entries(outputs)) {
    if (!isWanted(output.Condition, scope)) continue;
    const value = resolve(output.Value, scope) ?? null;
    cloud.outputs.set(`${stack.name}.${id}`, value);
    const exported = output.Export && resolve(output.Export.Name, scope);
    if (typeof exported === 'string') cloud.exports.set(exported, value);
  }
}

function isWanted(condition: string | undefined, scope: Scope): boolean {
  return condition === undefined || scope.condition(condition);
}

function needsOf(resource: TemplateResource | undefined): string[] {
  return resource === undefined ? [] : [...resource.DependsOn, ...namedIn(resource.Properties)];
}

function scopeOf(stack: AssemblyStack, answers: ReadonlyMap<string, Answer>, cloud: Cloud): Scope {
  const { template } = stack;
  const pseudo = pseudoParameters(stack);
  const scope: Scope = {
    ref: (id) => {
      if (pseudo.has(id)) return pseudo.get(id);
      const parameter = template.Parameters[id];
      if (parameter !== undefined) return parameterValue(id, parameter, cloud);
      return answerOf(id).ref;
    },
    getAtt: (id, attribute) => {
      const value = answerOf(id).attributes[attribute];
      if (value === undefined)
        throw new Error(`${stack.name}/${id} has no attribute ${attribute} in the local run`);
      return value;
    },
    condition: (name) => {
      const condition = template.Conditions[name];
      if (condition === undefined) throw new Error(`${stack.name} has no condition ${name}`);
      return resolve(condition, scope) === true;
    },
    findInMap: (map, first, second) =>
      found(template.Mappings[map]?.[first]?.[second], `${map}.${first}.${second}`),
    importValue: (name) => found(cloud.exports.get(name), `an export named ${name}`),
    stackOutput: (name, output) => found(cloud.outputs.get(`${name}.${output}`), `output ${name}.${output}`),
    dynamicReference: (service, reference) => cloud.dynamicReference(service, reference),
  };
  const answerOf = (id: string): Answer => {
    const answer = answers.get(id);
    if (answer === undefined) throw new Error(`${stack.name} has no resource ${id}, or it is made later`);
    return answer;
  };
  return scope;
}

function parameterValue(
  id: string,
  parameter: { Type: string; Default?: Json | undefined },
  cloud: Cloud,
): Json {
  const value = parameter.Default;
  if (value === undefined) throw new Error(`The template's parameter ${id} has no default`);
  if (!parameter.Type.startsWith('AWS::SSM::Parameter::Value')) return value;
  // The value of such a parameter is the name of a stored one. Only CDK's bootstrap version is not made by a stack.
  return (typeof value === 'string' ? cloud.parameters.get(value) : undefined) ?? value;
}

function pseudoParameters(stack: AssemblyStack): ReadonlyMap<string, Json | undefined> {
  return new Map<string, Json | undefined>([
    ['AWS::Region', stack.region],
    ['AWS::AccountId', stack.account],
    ['AWS::Partition', 'aws'],
    ['AWS::URLSuffix', 'amazonaws.com'],
    ['AWS::StackName', stack.name],
    ['AWS::StackId', `arn:aws:cloudformation:${stack.region}:${stack.account}:stack/${stack.name}/local`],
    ['AWS::NotificationARNs', []],
    ['AWS::NoValue', undefined],
  ]);
}

function found(value: Json | undefined, what: string): Json {
  if (value === undefined) throw new Error(`The templates hold no ${what}`);
  return value;
}
