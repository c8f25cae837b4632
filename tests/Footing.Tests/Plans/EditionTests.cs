using System.Security.Cryptography;
using System.Text;
using Footing.Plans;
using Footing.Sessions;
using Footing.Testing;
using Footing.Tests.Conditions.NeuropathicFoot.Proof;

namespace Footing.Tests.Plans;

/// <summary>A plan and a script say which rules and which programme made them, and a change of rules is another version.</summary>
public sealed class EditionTests
{
    /// <summary>
    /// What the rules of each version come to: the table of the screening and the recorded plans. After a change that is
    /// meant, raise <see cref="Edition.OfRules"/> and add a line; never change one.
    /// </summary>
    private static readonly Dictionary<string, string> Prints = new()
    {
        ["1"] = "f00853c1855b3a67",
        ["2"] = "4b54c99aaad3d858",
    };

    [Fact]
    public void Rules_of_this_version_are_still_the_same()
    {
        var rules = string.Join('\n', RuleTable.Right.Rows.Select(row => row.ToString()).Concat(RuleTable.Right.CutOffs.Select(cutOff => cutOff.ToString()))) +
            File.ReadAllText(Repository.Find("tests", "Footing.Tests", "Plans", "journals.ndjson"));

        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(rules)))[..16].ShouldBe(Prints[Edition.OfRules]);
    }

    [Fact]
    public void Plan_and_script_record_them()
    {
        var plan = JournalBuilder.Of().Screened(0).PlanOn(0);

        plan.Edition.ShouldBe(new Edition(Edition.OfRules, "neuropathic-foot", JournalBuilder.Programme.Version));
        Encoding.UTF8.GetString(ScriptJson.Write(ScriptCompiler.Compile(plan, JournalBuilder.Programme, Content.ShippedProgramme.Texts("en"))))
            .ShouldContain($"\"programme\":{{\"id\":\"neuropathic-foot\",\"version\":\"{plan.Edition.ProgrammeVersion}\"}},\"rules\":\"{Edition.OfRules}\"");
    }
}
