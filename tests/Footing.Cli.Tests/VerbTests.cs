using System.Text.Json;

namespace Footing.Cli.Tests;

public sealed class VerbTests : IDisposable
{
    private const string Safe =
        """
        {"cold-pale-limb":"no","breathless-with-leg-swelling":"no","rapid-weakness":"no","wound-and-unwell":"no","hot-red-swollen-foot":"no","broken-skin":"no","swollen-tender-calf":"no","rest-pain-eased-hanging-down":"no","recent-foot-surgery-or-fracture":"no","past-ulcer-or-amputation":"no","kidney-failure":"no","charcot-history":"no","arterial-disease":"no","foot-deformity":"no","blood-thinner-or-easy-bruising":"no","fall-in-last-year":"no","stands-with-support":"yes","numb-feet":"no","touch-test":0,"tandem-stand-seconds":10,"chair-stands":14,"age":67}
        """;

    private const string ScreeningId = "0190f000-0000-7000-8000-000000000001";

    private readonly Executable _footing = new();

    public void Dispose() => _footing.Dispose();

    private static string Screening(string at = "2026-01-05T09:00:00Z") =>
        $$"""{"id":"{{ScreeningId}}","at":"{{at}}","kind":"screening","answers":{{Safe}}}""" + "\n";

    [Fact]
    public async Task Screen_answers_each_line_with_a_decision()
    {
        var run = await _footing.RunAsync(Safe + "\n\n" + $$"""{"answers":{{Safe.Replace("\"touch-test\":0", "\"touch-test\":3", StringComparison.Ordinal)}},"cleared":["R13"]}""", "screen", "-");

        run.Exit.ShouldBe(0, run.Error);
        var lines = run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines[0].ShouldBe("""{"disposition":"proceed","rules":["R20"],"allowed":["ball-roll","toe-lift","ankle-pump","heel-toe-lift","calf-raise"],"caps":{},"advisories":[],"missing":[],"cleared":[]}""");
        lines[1].ShouldBe("""{"disposition":"proceed","rules":["R20"],"allowed":["ball-roll","toe-lift","ankle-pump","heel-toe-lift","calf-raise"],"caps":{"ball-roll":1,"calf-raise":2},"advisories":[],"missing":[],"cleared":["R13"]}""");
    }

    [Fact]
    public async Task Screen_names_file_line_and_question_of_bad_input()
    {
        var file = _footing.Write("answers.ndjson", """{"age":17}""" + "\n" + """{"shoe-size":42,"age":"old"}""" + "\nnonsense\n");

        var run = await _footing.RunAsync("", "screen", file);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Errors[0].ShouldStartWith("answers.ndjson:1: age: expected a whole number from 18 to 120, found 17");
        run.Errors.ShouldContain(line => line.StartsWith("answers.ndjson:2: shoe-size: unknown question"));
        run.Errors.ShouldContain(line => line.StartsWith("answers.ndjson:2: age: expected a whole number from 18 to 120"));
        run.Errors[^1].ShouldStartWith("answers.ndjson:3: not JSON");
    }

    [Theory]
    [InlineData("""{"\ud800":"no"}""", "not JSON")]
    [InlineData("""{"answers":{},"cleared":["\ud800"]}""", "cleared: ")]
    [InlineData("""{"shoe\nsize":"no"}""", "shoe\uFFFDsize: ")]
    public async Task Screen_says_in_one_line_what_is_wrong_with_an_odd_name(string line, string error)
    {
        var run = await _footing.RunAsync(line, "screen", "-");

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldStartWith($"standard input:1: {error}");
    }

    [Theory]
    [InlineData("0001-01-01")]
    [InlineData("9999-12-31")]
    [InlineData("2026-2-3")]
    public async Task Plan_refuses_a_date_that_no_entry_can_have(string date)
    {
        var run = await _footing.RunAsync(Screening(), "plan", "-", "--on", date);

        run.Exit.ShouldBe(2);
        run.Errors.ShouldHaveSingleItem().ShouldStartWith("--on: ");
    }

    [Fact]
    public async Task Plan_prints_one_object_with_the_reasons()
    {
        var run = await _footing.RunAsync(Screening(), "plan", "-", "--on", "2026-01-05", "--zone", "Europe/London");

        run.Exit.ShouldBe(0, run.Error);
        using var plan = JsonDocument.Parse(run.Output);
        plan.RootElement.GetProperty("due").GetBoolean().ShouldBeTrue();
        plan.RootElement.GetProperty("nextDue").GetString().ShouldBe("2026-01-07");
        var first = plan.RootElement.GetProperty("exercises")[0];
        first.GetProperty("id").GetString().ShouldBe("ball-roll");
        first.GetProperty("dose").GetRawText().ShouldBe("""{"sets":1,"reps":null,"seconds":60,"perSide":true}""");
        first.GetProperty("why").GetRawText().ShouldBe($$"""[{"rule":"R20","entries":["{{ScreeningId}}"]}]""");
    }

    [Fact]
    public async Task Script_prints_the_timeline_and_says_no_when_nothing_may_be_done()
    {
        var run = await _footing.RunAsync(Screening(), "script", "-", "--on", "2026-01-05");

        run.Exit.ShouldBe(0, run.Error);
        using var script = JsonDocument.Parse(run.Output);
        script.RootElement.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("kind").GetString()).ShouldContain("sole-check");
        (await _footing.RunAsync(Screening(), "script", "-", "--on", "2026-03-05")).Exit.ShouldBe(1);
        (await _footing.RunAsync(Screening(), "script", "-", "--on", "2026-01-05", "--language", "xx")).Exit.ShouldBe(2);
    }

    [Theory]
    [InlineData("--on", "05.01.2026", "--on: expected a date")]
    [InlineData("--zone", "Mars/Olympus", "--zone: there is no time zone Mars/Olympus")]
    public async Task Plan_refuses_a_date_or_zone_that_is_none(string option, string value, string message)
    {
        string[] arguments = option == "--on" ? ["plan", "-", option, value] : ["plan", "-", "--on", "2026-01-05", option, value];

        var run = await _footing.RunAsync(Screening(), arguments);

        run.Exit.ShouldBe(2);
        run.Output.ShouldBeEmpty();
        run.Error.ShouldStartWith(message);
    }

    [Fact]
    public async Task Numbers_are_read_by_their_value()
    {
        var run = await _footing.RunAsync(Safe.Replace("\"age\":67", "\"age\":6.7e1", StringComparison.Ordinal) + "\n" + Safe.Replace("\"touch-test\":0", "\"touch-test\":0.0", StringComparison.Ordinal), "screen", "-");

        run.Exit.ShouldBe(0, run.Error);
        run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).ShouldAllBe(line => line.Contains("\"rules\":[\"R20\"]"));
    }

    [Theory]
    [InlineData("1e999999999", "10.0E999999998", 0)]
    [InlineData("1e999999999", "1e999999998", 2)]
    public async Task Numbers_of_a_huge_exponent_are_compared(string one, string other, int exit)
    {
        const string entry = """{"id":"0190f000-0000-7000-8000-000000000002","at":"2026-01-05T10:00:00Z","kind":"song","bars":0}""";
        var journal = Screening() + entry.Replace(":0}", $":{one}}}", StringComparison.Ordinal) + "\n" + entry.Replace(":0}", $":{other}}}", StringComparison.Ordinal) + "\n";

        var run = await _footing.RunAsync(journal, "plan", "-", "--on", "2026-01-05");

        run.Exit.ShouldBe(exit, run.Error);
        run.Errors.Count.ShouldBe(exit == 0 ? 0 : 1);
    }

    [Fact]
    public async Task The_last_instant_of_a_day_stays_in_that_day()
    {
        var journal = Screening() + """{"id":"0190f000-0000-7000-8000-000000000002","at":"2026-01-05T23:59:59.999999999Z","kind":"event","what":"skin-change"}""" + "\n";

        (await _footing.RunAsync(journal, "plan", "-", "--on", "2026-01-05")).Output.ShouldContain("\"rule\":\"P5\"");
    }

    [Fact]
    public async Task Plan_refuses_one_id_with_two_contents()
    {
        var run = await _footing.RunAsync(Screening() + Screening("2026-01-06T09:00:00Z"), "plan", "-", "--on", "2026-01-06");

        run.Exit.ShouldBe(2);
        run.Error.ShouldStartWith($"standard input:2: id: {ScreeningId} stands in line 1 with other content");
    }

    [Fact]
    public async Task A_missing_file_and_an_unknown_verb_are_bad_input()
    {
        (await _footing.RunAsync("", "plan", "none.ndjson", "--on", "2026-01-05")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldStartWith("none.ndjson: there is no such file"));
        (await _footing.RunAsync("", "dance")).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task What_is_imported_is_exported_byte_for_byte_and_can_be_erased()
    {
        var odd = """{"kind":"song","at":"2026-01-04T08:00:00+01:00","id":"0190f000-0000-7000-8000-000000000002","bars":[1, 2]}""" + "\n";

        (await _footing.RunAsync(Screening() + odd, "import", "-")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(0), run => run.Error.ShouldContain("2 entries imported"));
        (await _footing.RunAsync(Screening() + odd, "import", "-")).Error.ShouldContain("0 entries imported, 2 were there already");
        (await _footing.RunAsync("", "export")).Output.ShouldBe(odd + Screening());
        (await _footing.RunAsync("", "erase")).Exit.ShouldBe(2);
        (await _footing.RunAsync("", "erase", "--yes")).Exit.ShouldBe(0);
        (await _footing.RunAsync("", "export")).Output.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_folder_without_data_is_named_rather_than_exported_as_empty()
    {
        (await _footing.RunAsync("", "export", "--data", "mistyped")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Errors.ShouldHaveSingleItem().ShouldContain("holds no data of Footing"));
        (await _footing.RunAsync("", "erase", "--yes", "--data", "mistyped")).Exit.ShouldBe(2);
        Directory.Exists(Path.Combine(_footing.Folder, "mistyped")).ShouldBeFalse();
        await _footing.RunAsync(Screening(), "import", "-");
        (await _footing.RunAsync("", "export", "nowhere/j.ndjson")).Errors.ShouldHaveSingleItem().ShouldStartWith("nowhere/j.ndjson: cannot be written");
        (await _footing.RunAsync("", "serve", "--data", _footing.Write("file", ""))).Errors.ShouldHaveSingleItem().ShouldContain("cannot be the data folder");
    }

    [Fact]
    public async Task An_import_with_a_bad_line_changes_nothing()
    {
        await _footing.RunAsync(Screening(), "import", "-");
        var file = _footing.Write("more.ndjson", Screening("2026-01-06T09:00:00Z") + """{"id":"0190f000-0000-7000-8000-000000000003","at":"2026-01-06T09:00:00Z","kind":"event","what":"fall"}""" + "\n");

        var run = await _footing.RunAsync("", "import", file);

        run.Exit.ShouldBe(2);
        run.Errors[0].ShouldStartWith("more.ndjson:1: id:");
        (await _footing.RunAsync("", "export")).Output.ShouldBe(Screening());
    }

    [Fact]
    public async Task Lint_passes_what_is_shipped_and_says_no_to_an_empty_folder()
    {
        (await _footing.RunAsync("", "lint", Path.Combine(Repository(), "programmes", "neuropathic-foot"))).ShouldSatisfyAllConditions(
            run => run.Output.ShouldBeEmpty(), run => run.Exit.ShouldBe(0));
        Directory.CreateDirectory(Path.Combine(_footing.Folder, "empty"));
        (await _footing.RunAsync("", "lint", "empty")).Exit.ShouldBe(1);
        (await _footing.RunAsync("", "lint", "nowhere")).Exit.ShouldBe(2);
    }

    [Fact]
    public async Task Pack_is_a_programme_whose_stale_translation_is_named_until_it_is_written_down()
    {
        (await _footing.RunAsync("", "pack", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(0), run => run.Error.ShouldMatch("^[0-9]+ files written\\.\n$"));
        (await _footing.RunAsync("", "pack", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldContain("the folder is not empty"));
        (await _footing.RunAsync("", "lint", "pack")).Exit.ShouldBe(0);
        var marks = Path.Combine(_footing.Folder, "pack", "translated", "es.yaml");
        var lines = (await File.ReadAllLinesAsync(marks)).Select(line => line.StartsWith("ankle-pump.name:", StringComparison.Ordinal) ? "ankle-pump.name: 00000000" : line);
        await File.WriteAllLinesAsync(marks, lines);

        (await _footing.RunAsync("", "lint", "pack")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(1), run => run.Output.ShouldMatch("^pack/texts/es/ankle-pump\\.yaml:[0-9]+: ankle-pump\\.name: The English words have changed"));
        (await _footing.RunAsync("", "translated", "pack", "es", "ankle-pump.nam")).ShouldSatisfyAllConditions(
            run => run.Exit.ShouldBe(2), run => run.Error.ShouldContain("There is no text \"ankle-pump.nam\""));
        (await _footing.RunAsync("", "translated", "pack", "es", "ankle-pump.name")).Error.ShouldBe("1 mark written.\n");
        (await _footing.RunAsync("", "lint", "pack")).Exit.ShouldBe(0);
    }

    [Fact]
    public async Task Serve_prints_its_address_answers_and_stops_when_told()
    {
        using var process = _footing.Start("serve", "--urls", "http://127.0.0.1:0");
        try
        {
            var line = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30));
            line.ShouldNotBeNull().ShouldStartWith("Footing is ready at http://127.0.0.1:");
            using var http = new HttpClient();
            (await http.GetAsync(line[line.IndexOf("http", StringComparison.Ordinal)..] + "/health/ready")).EnsureSuccessStatusCode();
            Directory.GetFiles(Path.Combine(_footing.Folder, "data")).ShouldContain(file => file.EndsWith("footing.db"));
        }
        finally
        {
            process.Kill();
            await process.WaitForExitAsync();
        }
    }

    [Fact]
    public async Task Serve_with_a_lock_prints_a_link_that_is_the_same_after_a_restart()
    {
        var links = new List<string>();
        for (var start = 0; start < 2; start++)
        {
            using var process = _footing.Start("serve", "--lock", "--urls", "http://127.0.0.1:0");
            try
            {
                using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(60));
                var ready = (await process.StandardOutput.ReadLineAsync(patience.Token)).ShouldNotBeNull();
                var printed = (await process.StandardOutput.ReadLineAsync(patience.Token)).ShouldNotBeNull();
                var address = ready[ready.IndexOf("http", StringComparison.Ordinal)..];
                var link = printed[printed.IndexOf("http", StringComparison.Ordinal)..];
                link.ShouldStartWith(address + "/unlock?key=");
                links.Add(link[address.Length..]);

                using var stranger = new HttpClient();
                (await stranger.GetAsync(address + "/api/journal")).StatusCode.ShouldBe(System.Net.HttpStatusCode.Forbidden);
                (await stranger.GetAsync(address + "/urgent")).EnsureSuccessStatusCode();
                using var person = new HttpClient();
                (await person.GetAsync(link)).EnsureSuccessStatusCode();
                (await person.GetAsync(address + "/api/journal")).EnsureSuccessStatusCode();
            }
            finally
            {
                process.Kill();
                await process.WaitForExitAsync();
            }
        }

        links[1].ShouldBe(links[0]);
    }

    [Theory]
    [InlineData("ana:x:1000:1000::/home/ana:/bin/bash", false)]
    [InlineData("ben:x:1001:1001::/home/ben:/bin/zsh", true)]
    [InlineData("ben:x:1001:1001:Ben,,,:/home/ben:", true)]
    [InlineData("ben:x:1001:1001::/home/ben:/usr/sbin/nologin", false)]
    [InlineData("ben:x:1001:1001::/home/ben:/bin/false", false)]
    [InlineData("postgres:x:105:110::/var/lib/postgresql:/bin/bash", false)]
    [InlineData("nobody:x:65534:65534:nobody:/nonexistent:/usr/sbin/nologin", false)]
    [InlineData("ben:x:many:1001::/home/ben:/bin/zsh", false)]
    [InlineData("ben:x:1001", false)]
    [InlineData("", false)]
    public void Other_people_are_accounts_of_people_with_a_shell_beside_one_s_own(string line, bool isOther) =>
        OtherAccounts.Among(["root:x:0:0:root:/root:/bin/bash", "ana:x:1000:1000::/home/ana:/bin/bash", line], "ana").ShouldBe(isOther);

    [Theory]
    [InlineData("http://0.0.0.0:0")]
    [InlineData("http://192.0.2.1:5080")]
    [InlineData("nonsense")]
    public async Task Serve_will_not_listen_where_others_could_reach_it(string url)
    {
        var run = await _footing.RunAsync("", "serve", "--urls", url);

        run.Exit.ShouldBe(2);
        run.Errors.Count.ShouldBe(1);
    }

    private static string Repository()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Footing.slnx")))
        {
            folder = folder.Parent!;
        }

        return folder.FullName;
    }
}
