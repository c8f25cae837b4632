using System.CommandLine;
using Footing.Cli;

// The verbs in the order of use: serve, judge, plan, perform; then those for maintenance.
var root = new RootCommand("Footing guides exercise at home for painful, tingling or numb feet.")
{
    ServeVerb.Command(),
    ScreenVerb.Command(),
    PlanVerb.Command(),
    ScriptVerb.Command(),
    ProgressVerb.Command(),
    LintVerb.Command(),
    TranslatedVerb.Command(),
    PackVerb.Command(),
    DemoVerb.Command(),
    SimulateVerb.Command(),
    TrialsVerb.Command(),
    ExportVerb.Command(),
    ImportVerb.Command(),
    EraseVerb.Command(),
    BackupVerb.Command(),
    RestoreVerb.Command(),
    KeyringVerb.Command(),
    CheckVerb.Command(),
};
root.SetAction((_, cancellation) => ServeVerb.RunAsync([], Store.Usual, null, null, isLocked: false, cancellation));

var parsed = root.Parse(args);
if (parsed.Errors.Count > 0)
{
    foreach (var error in parsed.Errors)
    {
        await Console.Error.WriteLineAsync(error.Message);
    }

    await Console.Error.WriteLineAsync("footing --help lists the verbs, footing VERB --help the options of one.");
    return Exit.BadInput;
}

return await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
