using Mono.Cecil;

namespace Footing.Architecture.Tests;

/// <summary>
/// Which folder of a project uses which, read from the compiled code: a <c>var</c>, a global using or a component of a
/// page cannot hide an arrow. A folder is its namespace.
/// </summary>
internal sealed class FolderArrows
{
    private readonly SortedDictionary<(string From, string To), string> _arrows = [];

    private FolderArrows(ModuleDefinition module)
    {
        foreach (var type in module.GetTypes())
        {
            foreach (var used in Used(type).SelectMany(Parts))
            {
                if (used.Scope == module && used.Resolve() is { } target)
                {
                    Add(Outermost(type), Outermost(target));
                }
            }
        }
    }

    /// <summary>Each arrow between two folders, with one pair of types that makes it.</summary>
    public IEnumerable<(string From, string To, string Example)> All => _arrows.Select(arrow => (arrow.Key.From, arrow.Key.To, arrow.Value));

    /// <summary>Reads an assembly.</summary>
    /// <param name="path">The assembly's file.</param>
    public static FolderArrows Of(string path)
    {
        using var module = Read(path);
        return new(module);
    }

    /// <summary>The types of an assembly that use one of its own or another's, by full name; never itself.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <param name="used">The full name of the type.</param>
    public static IReadOnlyList<string> UsersOf(string path, string used)
    {
        using var module = Read(path);
        return
        [
            .. module.GetTypes()
                .Where(type => Used(type).SelectMany(Parts).Any(part => part.FullName == used))
                .Select(type => Outermost(type).FullName)
                // What the compiler adds has no folder.
                .Where(user => user != used && user.StartsWith("Footing", StringComparison.Ordinal))
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>The types of an assembly whose code calls a method, or a constructor, of a type.</summary>
    /// <param name="path">The assembly's file.</param>
    /// <param name="type">The full name of the method's type.</param>
    /// <param name="method">The method's name.</param>
    public static IReadOnlyList<string> CallersOf(string path, string type, string method)
    {
        using var module = Read(path);
        return
        [
            .. module.GetTypes()
                .Where(caller => caller.Methods.Where(body => body.HasBody).SelectMany(body => body.Body.Instructions)
                    .Any(instruction => instruction.Operand is MethodReference called && called.Name == method && called.DeclaringType.FullName == type))
                .Select(caller => Outermost(caller).FullName)
                .Distinct()
                .Order(),
        ];
    }

    /// <summary>Groups of folders that can each reach the others, one line a group: the arrows within it.</summary>
    public IEnumerable<string> Cycles()
    {
        var folders = _arrows.Keys.SelectMany(arrow => new[] { arrow.From, arrow.To }).Distinct().ToList();
        var reached = folders.ToDictionary(folder => folder, Reached);
        return
        [
            .. folders
                .Where(folder => reached[folder].Contains(folder))
                .GroupBy(folder => string.Join(" ", folders.Where(other => reached[folder].Contains(other) && reached[other].Contains(folder))))
                .Select(group => string.Join("; ", All
                    .Where(arrow => group.Contains(arrow.From) && group.Contains(arrow.To))
                    .Select(arrow => $"{arrow.From} -> {arrow.To} ({arrow.Example})"))),
        ];
    }

    /// <summary>Reads a module whose references are beside it: an attribute's enum is read from there.</summary>
    private static ModuleDefinition Read(string path)
    {
        var beside = new DefaultAssemblyResolver();
        beside.AddSearchDirectory(Path.GetDirectoryName(path));
        return ModuleDefinition.ReadModule(path, new ReaderParameters { AssemblyResolver = beside });
    }

    private HashSet<string> Reached(string from)
    {
        var seen = new HashSet<string>();
        var open = new Queue<string>([from]);
        while (open.TryDequeue(out var folder))
        {
            foreach (var (_, to) in _arrows.Keys.Where(arrow => arrow.From == folder))
            {
                if (seen.Add(to))
                {
                    open.Enqueue(to);
                }
            }
        }

        return seen;
    }

    private void Add(TypeDefinition from, TypeDefinition to)
    {
        // What the compiler adds (a program's entry, embedded attributes) has no folder.
        if (from.Namespace != to.Namespace && from.Namespace.StartsWith("Footing", StringComparison.Ordinal) && to.Namespace.StartsWith("Footing", StringComparison.Ordinal))
        {
            _arrows.TryAdd((from.Namespace, to.Namespace), $"{from.Name} uses {to.Name}");
        }
    }

    private static TypeDefinition Outermost(TypeDefinition type)
    {
        while (type.DeclaringType is { } outer)
        {
            type = outer;
        }

        return type;
    }

    /// <summary>The types that a type is made of: a generic one with its arguments, an array with its elements.</summary>
    private static IEnumerable<TypeReference> Parts(TypeReference type) => type switch
    {
        GenericInstanceType generic => [generic.ElementType, .. generic.GenericArguments.SelectMany(Parts)],
        TypeSpecification other => Parts(other.ElementType),
        GenericParameter => [],
        _ => [type],
    };

    private static IEnumerable<TypeReference> Used(TypeDefinition type)
    {
        IEnumerable<TypeReference?> shape =
        [
            type.BaseType,
            .. type.Interfaces.Select(implemented => implemented.InterfaceType),
            .. type.Fields.Select(field => field.FieldType),
            .. type.CustomAttributes.SelectMany(OfAttribute),
            .. type.Properties.SelectMany(property => property.CustomAttributes).SelectMany(OfAttribute),
        ];
        return shape.OfType<TypeReference>().Concat(type.Methods.SelectMany(OfMethod));
    }

    private static IEnumerable<TypeReference> OfAttribute(CustomAttribute attribute) =>
        [attribute.AttributeType, .. attribute.ConstructorArguments.Select(argument => argument.Value).OfType<TypeReference>()];

    private static IEnumerable<TypeReference> OfMethod(MethodDefinition method)
    {
        IEnumerable<TypeReference> shape =
            [method.ReturnType, .. method.Parameters.Select(parameter => parameter.ParameterType), .. method.CustomAttributes.SelectMany(OfAttribute)];
        return method.HasBody
            ? shape.Concat(method.Body.Variables.Select(variable => variable.VariableType)).Concat(method.Body.Instructions.SelectMany(OfInstruction))
            : shape;
    }

    private static IEnumerable<TypeReference> OfInstruction(Mono.Cecil.Cil.Instruction instruction) => instruction.Operand switch
    {
        GenericInstanceMethod generic => [generic.DeclaringType, generic.ReturnType, .. generic.GenericArguments],
        MethodReference method => [method.DeclaringType, method.ReturnType],
        FieldReference field => [field.DeclaringType, field.FieldType],
        TypeReference type => [type],
        _ => [],
    };
}
