using Footing.SafetyCase;


// eng/safety-case check RESULTS [part]: checks the hazards against a run; `part` for a run that omitted tests.
// eng/safety-case write: writes docs/clinical/safety-case.md again.
var folder = Path.Combine(args.Length > 0 ? args[0] : ".", "docs", "clinical");
var (hazardPath, casePath) = (Path.Combine(folder, "hazards.yaml"), Path.Combine(folder, "safety-case.md"));
var file = HazardFile.Read(File.ReadAllText(hazardPath));
var document = SafetyCaseDocument.Write(File.ReadAllText(Path.Combine(folder, "intended-purpose.md")), file.Hazards);
var problems = file.Problems.ToList();
switch (args)
{
    case [_, "write"]:
        File.WriteAllText(casePath, document);
        break;
    case [_, "check", var results, .. var rest]:
        var run = TestResults.Read(results);
        var isPart = rest is ["part"];
        problems.AddRange(
            from hazard in file.Hazards
            from control in hazard.Controls
            from test in control.Tests
            let trouble = run.Trouble(test)
            // In a run that omits tests, a missing test is no problem.
            where trouble is not null && !(isPart && trouble == "is missing")
            select $"{hazard.Id}: the test {test} {trouble}, and it shows a control");
        if (!File.Exists(casePath) || File.ReadAllText(casePath) != document)
        {
            problems.Add("safety-case.md is not that of hazards.yaml: eng/safety-case write makes it anew");
        }

        break;
    default:
        Console.Error.WriteLine("eng/safety-case check RESULTS [part], or eng/safety-case write");
        return 2;
}

foreach (var problem in problems.Distinct())
{
    Console.Error.WriteLine($"docs/clinical/hazards.yaml: {problem}");
}

return problems.Count == 0 ? 0 : 1;
