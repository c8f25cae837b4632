using System.Collections.Immutable;
using Mono.Cecil;
using Mono.Cecil.Cil;
using Mono.Cecil.Rocks;

namespace Footing.Cells;

/// <summary>A number of the rules that can be altered.</summary>
/// <param name="Id">Its id in the altered domain.</param>
/// <param name="File">Its file, relative to the domain's folder, such as <c>Plans/Day.cs</c>.</param>
/// <param name="Source">The line of the file, without the spaces around it.</param>
/// <param name="Number">The number and its position.</param>
/// <param name="Place">Its place among the equal numbers of its line, from 1.</param>
internal sealed record Cell(int Id, string File, string Source, SourceNumber Number, int Place);

/// <summary>
/// Puts a cell at each number of the deciding files in the compiled domain. The text of the sequence point decides what
/// a number is: a constant that is not there in digits or by name was added by the compiler.
/// </summary>
internal sealed class Instrumentation
{
    private readonly ModuleDefinition _module;
    private readonly IReadOnlyDictionary<string, SourceNumbers> _sources;
    private readonly List<Cell> _cells = [];
    private readonly HashSet<(string, SourceNumber)> _taken = [];
    private readonly List<(MethodDefinition Method, string File, SequencePoint Point)> _points = [];

    private Instrumentation(ModuleDefinition module, IReadOnlyDictionary<string, SourceNumbers> sources)
    {
        _module = module;
        _sources = sources;
    }

    /// <summary>Rewrites the domain in place.</summary>
    /// <param name="path">Its assembly, with its symbols beside it.</param>
    /// <param name="sources">The deciding files, by their path from the domain's folder.</param>
    /// <returns>The cells, and the numbers of the files for which no constant was found.</returns>
    public static (ImmutableArray<Cell> Cells, ImmutableArray<(string File, SourceNumber Number)> Escaped) Rewrite(
        string path,
        IReadOnlyDictionary<string, SourceNumbers> sources)
    {
        using var module = ModuleDefinition.ReadModule(
            path,
            new ReaderParameters { ReadSymbols = true, InMemory = true, AssemblyResolver = Beside(path) });
        var instrumentation = new Instrumentation(module, sources);
        instrumentation.Rewrite();
        module.Write(path);
        return (
            [.. instrumentation._cells],
            [
                .. from source in sources
                   from number in source.Value.All
                   where !instrumentation._taken.Contains((source.Key, number))
                   select (source.Key, number),
            ]);
    }

    private static DefaultAssemblyResolver Beside(string path)
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(path));
        resolver.AddSearchDirectory(Path.GetDirectoryName(typeof(object).Assembly.Location));
        return resolver;
    }

    private void Rewrite()
    {
        var methods = _module.GetTypes().SelectMany(type => type.Methods).Where(method => method.HasBody).ToList();
        foreach (var method in methods)
        {
            foreach (var point in method.DebugInformation.SequencePoints)
            {
                if (!point.IsHidden && _sources.Keys.FirstOrDefault(file => IsOf(point, file)) is { } file)
                {
                    _points.Add((method, file, point));
                }
            }
        }

        foreach (var method in _points.Select(point => point.Method).Distinct().ToList())
        {
            Rewrite(method);
        }
    }

    private static bool IsOf(SequencePoint point, string file) =>
        point.Document.Url.Replace('\\', '/').EndsWith("/Footing/" + file, StringComparison.Ordinal);

    private void Rewrite(MethodDefinition method)
    {
        method.Body.SimplifyMacros();
        var processor = method.Body.GetILProcessor();
        SequencePoint? point = null;
        var bySequencePoint = new List<(SequencePoint Point, List<Instruction> Loads)>();
        foreach (var instruction in method.Body.Instructions)
        {
            point = method.DebugInformation.GetSequencePoint(instruction) ?? point;
            if (point is null or { IsHidden: true })
            {
                continue;
            }

            if (bySequencePoint.Count == 0 || bySequencePoint[^1].Point != point)
            {
                bySequencePoint.Add((point, []));
            }

            bySequencePoint[^1].Loads.Add(instruction);
        }

        foreach (var (at, instructions) in bySequencePoint)
        {
            var file = _sources.Keys.First(name => IsOf(at, name));
            var open = Numbers(file, at);
            foreach (var instruction in instructions)
            {
                Put(processor, method, file, instruction, open);
            }
        }

        method.Body.OptimizeMacros();
    }

    /// <summary>A sequence point's numbers, without those of points within it: lambdas, arms of a switch.</summary>
    private List<SourceNumber> Numbers(string file, SequencePoint at)
    {
        var inner = _points.Where(other => other.File == file && Holds(at, other.Point)).ToList();
        return
        [
            .. _sources[file].All.Where(number =>
                Holds(at, number) && !_taken.Contains((file, number)) && !inner.Exists(other => Holds(other.Point, number))),
        ];
    }

    private static bool Holds(SequencePoint point, SourceNumber number) =>
        (number.Line, number.Column).CompareTo((point.StartLine, point.StartColumn)) >= 0 &&
        (number.Line, number.Column).CompareTo((point.EndLine, point.EndColumn)) < 0;

    private static bool Holds(SequencePoint outer, SequencePoint inner) =>
        (inner.StartLine, inner.StartColumn).CompareTo((outer.StartLine, outer.StartColumn)) >= 0 &&
        (inner.EndLine, inner.EndColumn).CompareTo((outer.EndLine, outer.EndColumn)) <= 0 &&
        (inner.StartLine, inner.StartColumn, inner.EndLine, inner.EndColumn) !=
        (outer.StartLine, outer.StartColumn, outer.EndLine, outer.EndColumn);

    private void Put(ILProcessor processor, MethodDefinition method, string file, Instruction at, List<SourceNumber> open)
    {
        switch (at.Operand)
        {
            case int value when at.OpCode.Code == Code.Ldc_I4 && IsRange(at, open, out var last):
                // "12 or 13" is compiled to x - 12 <= 1: a change of that 1 is a change of the 13.
                PutOne(processor, file, at, last, open, nameof(Probe.Whole));
                break;
            case int value when at.OpCode.Code == Code.Ldc_I4 && IsNumber(method, at):
                PutOne(processor, file, at, open.Find(number => number.Value == value), open, nameof(Probe.Whole));
                break;
            case long value:
                PutOne(processor, file, at, open.Find(number => number.Value == value), open, nameof(Probe.Long));
                break;
            case double value:
                PutOne(processor, file, at, open.Find(number => number.Value == (decimal)value), open, nameof(Probe.Floating));
                break;
            case FieldReference { DeclaringType.FullName: "System.Decimal", Name: "One" or "Zero" or "MinusOne" } field when at.OpCode.Code == Code.Ldsfld:
                var worth = field.Name switch { "One" => 1, "Zero" => 0, _ => -1 };
                PutOne(processor, file, at, open.Find(number => number.Value == worth), open, nameof(Probe.Decimal));
                break;
            case MethodReference { DeclaringType.FullName: "System.Decimal", Name: ".ctor", Parameters.Count: 5 } when at.OpCode.Code == Code.Newobj:
                PutOne(processor, file, at, open.Find(number => number.Value == WrittenOut(at)), open, nameof(Probe.Decimal));
                break;
            case MethodReference { Name: "InitializeArray" }:
                PutRow(processor, file, at, open);
                break;
            case Instruction when at.OpCode.Code is Code.Brtrue or Code.Brfalse && at.Previous?.Operand is MethodReference { ReturnType.FullName: "System.Int32" }:
                PutOne(processor, file, at.Previous, open.Find(number => number.Value == 0), open, nameof(Probe.AgainstNought));
                break;
        }
    }

    private static bool IsRange(Instruction at, List<SourceNumber> open, out SourceNumber? last)
    {
        last = null;
        // The lower end already has its cell between the constant and the subtraction.
        if (at.Previous is not { OpCode.Code: Code.Sub, Previous: var before } || at.Next.OpCode.Code is not (Code.Bgt_Un or Code.Ble_Un))
        {
            return false;
        }

        while (before is { OpCode.Code: Code.Call, Operand: MethodReference { DeclaringType.Name: nameof(Probe) } })
        {
            before = before.Previous.Previous;
        }

        last = before is { Operand: int first } ? open.Find(number => number.Value == first + (int)at.Operand) : null;
        return last is not null;
    }

    private static decimal WrittenOut(Instruction made)
    {
        // low, middle, high, negative, scale.
        var scale = (int)made.Previous.Operand;
        var low = (int)made.Previous.Previous.Previous.Previous.Previous.Operand;
        return new(low, 0, 0, false, (byte)scale);
    }

    private void PutOne(ILProcessor processor, string file, Instruction after, SourceNumber? number, List<SourceNumber> open, string method)
    {
        if (number is null)
        {
            return;
        }

        open.Remove(number);
        var id = Add(file, number);
        var load = Instruction.Create(OpCodes.Ldc_I4, id);
        processor.InsertAfter(after, load);
        processor.InsertAfter(load, Instruction.Create(OpCodes.Call, Imported(method)));
    }

    /// <summary>The numbers of an array that is copied from data.</summary>
    private void PutRow(ILProcessor processor, string file, Instruction made, List<SourceNumber> open)
    {
        // newarr, dup, ldtoken: the array that is passed on lies under the one that was filled.
        if (made.Previous is not { Operand: FieldDefinition { InitialValue: { } data }, Previous.Previous: { Operand: TypeReference { FullName: "System.Int32" } } })
        {
            return;
        }

        var first = _cells.Count;
        for (var i = 0; i < data.Length; i += sizeof(int))
        {
            var value = BitConverter.ToInt32(data, i);
            var number = open.Find(number => number.Value == value) ?? throw new InvalidOperationException($"{file}: {value} does not stand in its row.");
            open.Remove(number);
            Add(file, number);
        }

        var load = Instruction.Create(OpCodes.Ldc_I4, first);
        processor.InsertAfter(made, load);
        processor.InsertAfter(load, Instruction.Create(OpCodes.Call, Imported(nameof(Probe.Row))));
    }

    private int Add(string file, SourceNumber number)
    {
        _taken.Add((file, number));
        var place = _sources[file].All.Count(other => other.Line == number.Line && other.Text == number.Text && other.Column <= number.Column);
        _cells.Add(new(_cells.Count, file, _sources[file].Lines[number.Line - 1].Trim(), number, place));
        return _cells.Count - 1;
    }

    private MethodReference Imported(string method) => _module.ImportReference(typeof(Probe).GetMethod(method));

    /// <summary>Whether a whole number is used as one: not as true or false (x ? 1 : 0 is x > 0), a member of an
    /// enum, or an index or size of an array.</summary>
    private static bool IsNumber(MethodDefinition method, Instruction at)
    {
        if (at.Next?.OpCode.Code is Code.Newarr or Code.Cgt_Un || at.Previous?.OpCode.Code == Code.Dup)
        {
            return false;
        }

        // What is on the stack above the number until it is used.
        var above = 0;
        for (var next = at.Next; next is not null; next = next.Next)
        {
            if (next.OpCode.Code is Code.Call or Code.Callvirt or Code.Newobj && next.Operand is MethodReference called)
            {
                var place = called.Parameters.Count - 1 - above;
                if (place >= 0)
                {
                    // The parts of a decimal number are altered together, after it is made.
                    return called is not { DeclaringType.FullName: "System.Decimal", Parameters.Count: 5 } && IsWhole(Resolved(called, called.Parameters[place].ParameterType));
                }

                if (called.DeclaringType.Name == nameof(Probe))
                {
                    continue;
                }

                above -= called.Parameters.Count + (called.HasThis && next.OpCode.Code != Code.Newobj ? 1 : 0);
                if (above < 0)
                {
                    return true;
                }

                above += called.ReturnType.FullName != "System.Void" || next.OpCode.Code == Code.Newobj ? 1 : 0;
                continue;
            }

            switch (next.OpCode.Code)
            {
                case Code.Ret:
                    return IsWhole(method.ReturnType);
                case Code.Stloc when above == 0:
                    return IsWhole(((VariableDefinition)next.Operand).VariableType);
                case Code.Stfld or Code.Stsfld when above == 0:
                    return IsWhole(((FieldReference)next.Operand).FieldType);
                case Code.Br:
                    next = ((Instruction)next.Operand).Previous;
                    continue;
                case Code.Ldarg or Code.Ldloc or Code.Ldloca or Code.Ldarga or Code.Ldc_I4 or Code.Ldsfld or Code.Ldstr or Code.Ldnull or Code.Ldftn or Code.Dup:
                    above++;
                    continue;
                case Code.Ldfld:
                    continue;
                default:
                    // Used in arithmetic or a comparison: a number.
                    return true;
            }
        }

        return true;
    }

    private static TypeReference Resolved(MethodReference called, TypeReference type) => type is GenericParameter parameter
        ? parameter.Type == GenericParameterType.Method
            ? ((GenericInstanceMethod)called).GenericArguments[parameter.Position]
            : ((GenericInstanceType)called.DeclaringType).GenericArguments[parameter.Position]
        : type;

    private static bool IsWhole(TypeReference type) => type.FullName is "System.Int32" or "System.Int64" or "System.UInt32" or "System.Byte" or "System.Int16";
}
