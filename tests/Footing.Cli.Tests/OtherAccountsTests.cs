namespace Footing.Cli.Tests;

public sealed class OtherAccountsTests
{
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
}
