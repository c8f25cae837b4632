using System.Text;
using Footing.Storage.Sealing;
using FsCheck;
using FsCheck.Xunit;

namespace Footing.Storage.Tests.Sealing;

public sealed class SealTests
{
    private static readonly byte[] Key = [.. Enumerable.Range(1, 32).Select(number => (byte)number)];

    [Property]
    public void What_is_sealed_opens_with_the_same_key_in_the_same_place(byte[] content, byte[] belonging)
    {
        using var seal = new Seal(Key);
        var body = seal.Close(content, belonging);

        body.Length.ShouldBe(content.Length + Seal.Overhead);
        seal.Open(body, belonging).ShouldBe(content);
    }

    [Fact]
    public void One_bit_changed_anywhere_does_not_open()
    {
        using var seal = new Seal(Key);
        var body = seal.Close("pain"u8, "place"u8);
        for (var bit = 0; bit < body.Length * 8; bit++)
        {
            var changed = body.ToArray();
            changed[bit / 8] ^= (byte)(1 << (bit % 8));
            seal.Open(changed, "place"u8).ShouldBeNull();
        }

        for (var length = 0; length < body.Length; length++)
        {
            seal.Open(body.AsSpan(0, length), "place"u8).ShouldBeNull();
        }
    }

    [Fact]
    public void Another_key_or_another_place_does_not_open()
    {
        using var seal = new Seal(Key);
        using var other = new Seal([.. Key.Reverse()]);
        var body = seal.Close("pain"u8, "place"u8);

        other.Open(body, "place"u8).ShouldBeNull();
        seal.Open(body, "elsewhere"u8).ShouldBeNull();
    }

    [Fact]
    public void The_same_content_is_never_sealed_to_the_same_bytes()
    {
        using var seal = new Seal(Key);
        Enumerable.Range(0, 1000).Select(_ => Convert.ToHexString(seal.Close("pain"u8, []))).ShouldBeUnique();
    }

    /// <summary>Bytes that another build must make as well; a change here would lock every journal.</summary>
    [Fact]
    public void What_a_body_belongs_to_is_written_as_ever()
    {
        var ada = new PersonId(Guid.Parse("0192f3a1-0000-7000-8000-00000000000a"));
        var id = Guid.Parse("00000000-0000-0000-0000-000000000001");

        Convert.ToHexStringLower(AssociatedData.OfEntry(ada, id, 3, 258)).ShouldBe(
            "65" + "0192f3a100007000800000000000000a" + "00000000000000000000000000000001" + "0003" + "0000000000000102");
        Convert.ToHexStringLower(AssociatedData.OfDraft(ada, "x", 258)).ShouldBe("64" + "0192f3a100007000800000000000000a" + "0000000000000102" + "78");
        Convert.ToHexStringLower(AssociatedData.OfSnapshot(ada, 1, 2, 3)).ShouldBe(
            "73" + "0192f3a100007000800000000000000a" + "0000000000000001" + "0000000000000002" + "0000000000000003");
        Convert.ToHexStringLower(AssociatedData.OfKey(id, ada, 258)).ShouldBe(
            "6b" + "00000000000000000000000000000001" + "0192f3a100007000800000000000000a" + "0000000000000102");
        Convert.ToHexStringLower(AssociatedData.OfInstallation(id)).ShouldBe("69" + "00000000000000000000000000000001");
    }

    /// <summary>Form, nonce, ciphertext and tag of plain AES-GCM: anyone who has the key needs no Footing to open a body.</summary>
    [Fact]
    public void A_body_is_plain_AES_GCM_behind_a_byte_for_its_form()
    {
        using var cipher = new System.Security.Cryptography.AesGcm(Key, 16);
        byte[] nonce = [.. Enumerable.Range(0, 12).Select(number => (byte)number)];
        var (text, tag) = (new byte[4], new byte[16]);
        cipher.Encrypt(nonce, "pain"u8, text, tag, "place"u8);

        using var seal = new Seal(Key);
        Encoding.UTF8.GetString(seal.Open([1, .. nonce, .. text, .. tag], "place"u8).ShouldNotBeNull()).ShouldBe("pain");
        seal.Open([2, .. nonce, .. text, .. tag], "place"u8).ShouldBeNull();
    }
}
